"""A linear-chain conditional random field over the tags of a sequence of words."""

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


def legal(tags: tuple[str, ...]) -> Tensor:
    """Which tag may follow which: (tags, tags), True where allowed; "I-x" only after "B-x" or "I-x"."""
    allowed = torch.ones(len(tags), len(tags), dtype=torch.bool)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                allowed[i, j] = before[2:] == tag[2:]
    return allowed


class Crf(nn.Module):
    """Scores of tag sequences: emissions and transitions, "I-" tags only where they may stand."""

    forbidden: Tensor
    barred: Tensor

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        allowed = legal(tags)
        self.moves = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.first = nn.Parameter(torch.zeros(len(tags)))
        self.register_buffer("forbidden", ~allowed, persistent=False)
        self.register_buffer("barred", torch.tensor([tag.startswith("I-") for tag in tags]), persistent=False)

    def transitions(self) -> tuple[Tensor, Tensor]:
        """Scores of the moves (tags, tags) and of the first tag (tags,)."""
        return self.moves.masked_fill(self.forbidden, FORBIDDEN), self.first.masked_fill(self.barred, FORBIDDEN)

    def loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Summed negative log likelihood.

        emissions: (sequences, words, tags); tags: (sequences, words); lengths: words of each sequence, at least 1.
        """
        moves, first = self.transitions()
        steps = torch.arange(emissions.shape[1])
        mask = steps < lengths[:, None]
        picked = emissions.gather(2, tags[:, :, None]).squeeze(2)
        path = (picked * mask).sum(1) + first[tags[:, 0]]
        path = path + (moves[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        alpha = first + emissions[:, 0]
        for step in range(1, emissions.shape[1]):
            ahead = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, step]
            alpha = torch.where(mask[:, step, None], ahead, alpha)
        return (torch.logsumexp(alpha, dim=1) - path).sum()
