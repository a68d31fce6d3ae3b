"""The tagger's network: one encoder, features of writing at its input, several heads at its output."""

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.tagging.labels import EVENTS, FACTS, LINK_WIDTH, LINKS, NAME_TAGS, ROLE_TAGS
from sayso.tagging.words import BREAKS, QUOTES, SHAPES
from training.tagger.crf import Crf
from training.tagger.data import UNKNOWN

WIDTH: Final = 384
SIZES: Final = {
    "roles": len(ROLE_TAGS),
    "inner": len(ROLE_TAGS),
    "names": len(NAME_TAGS),
    "events": len(EVENTS),
    "facts": len(FACTS),
}
LABELS: Final = sum(SIZES.values())
WEIGHTS: Final = {"roles": 1.0, "inner": 0.5, "names": 1.0, "events": 1.0, "facts": 0.1, "links": 0.3, "sentence": 0.15}


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side. Pieces: (windows, pieces); words: (windows, words).

    first: the first piece of each word. tags, links: per head and link, UNKNOWN where not annotated or padding;
    a link's target is a word + 1, 0 for nothing. counts: words of each window.
    """

    ids: Tensor
    mask: Tensor
    shape: Tensor
    quote: Tensor
    line: Tensor
    first: Tensor
    counts: Tensor
    tags: dict[str, Tensor]
    links: dict[str, Tensor]
    sentence_types: list[tuple[int, ...]]


class Network(nn.Module):
    """Word pieces and their features in; scores of all heads, and the vectors that link words, out."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.line = nn.Embedding(BREAKS, WIDTH)
        for table in (self.shape, self.quote, self.line):
            nn.init.normal_(table.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(WIDTH, LABELS)
        self.pointers = nn.Linear(WIDTH, 2 * len(LINKS) * LINK_WIDTH)
        self.role_crf, self.inner_crf, self.name_crf = Crf(ROLE_TAGS), Crf(ROLE_TAGS), Crf(NAME_TAGS)

    def forward(self, ids: Tensor, mask: Tensor, shape: Tensor, quote: Tensor, line: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (windows, pieces, LABELS) and link vectors (windows, pieces, 2 * links * LINK_WIDTH)."""
        table = self.encoder.embeddings.word_embeddings
        embedded = table(ids) + self.shape(shape) + self.quote(quote) + self.line(line)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        return self.heads(hidden), self.pointers(hidden)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Mean loss per head, where the batch has anything to learn for it."""
        scores, pointers = self(batch.ids, batch.mask, batch.shape, batch.quote, batch.line)
        scores, pointers = scores.float(), pointers.float()
        at_words = torch.gather(scores, 1, batch.first[:, :, None].expand(-1, -1, LABELS))
        by_head = dict(zip(SIZES, torch.split(at_words, list(SIZES.values()), dim=2), strict=True))
        found: dict[str, Tensor] = {}
        for head, crf in (("roles", self.role_crf), ("inner", self.inner_crf), ("names", self.name_crf)):
            known = batch.tags[head][:, 0] != UNKNOWN
            if known.any():
                counts = batch.counts[known]
                most = int(counts.max())
                tags = batch.tags[head][known, :most].clamp(min=0)
                found[head] = crf.loss(by_head[head][known, :most], tags, counts) / counts.sum()
        for head in ("events", "facts"):
            if (batch.tags[head] != UNKNOWN).any():
                found[head] = nn.functional.cross_entropy(
                    by_head[head].flatten(0, 1), batch.tags[head].flatten(), ignore_index=UNKNOWN
                )
        found |= self._link_losses(pointers, batch)
        weak = [i for i, types in enumerate(batch.sentence_types) if types]
        if weak:
            found["sentence"] = torch.stack([self._sentence_loss(by_head["events"], batch, i) for i in weak]).mean()
        return found

    @staticmethod
    def _sentence_loss(events: Tensor, batch: Batch, index: int) -> Tensor:
        """That some word of a window triggers an event of the window's types (a noisy or)."""
        chances = events[index, : int(batch.counts[index])].softmax(-1)[:, list(batch.sentence_types[index])].sum(-1)
        missed = torch.log1p(-chances.clamp(max=1 - 1e-4)).sum()
        return -torch.log1p(-missed.exp().clamp(max=1 - 1e-4))

    def _link_losses(self, pointers: Tensor, batch: Batch) -> dict[str, Tensor]:
        """That a word points to the right one among all words of its window; piece 0 stands for nothing."""
        wanted = torch.stack([batch.links[link] for link in LINKS])
        if not (wanted != UNKNOWN).any():
            return {}
        vectors = pointers.view(*pointers.shape[:2], len(LINKS), 2, LINK_WIDTH)
        nothing = torch.zeros_like(batch.first[:, :1])
        places = torch.cat((nothing, batch.first), dim=1)
        at = places[:, :, None, None, None].expand(-1, -1, *vectors.shape[2:])
        chosen = vectors.gather(1, at)
        padding = torch.arange(batch.first.shape[1] + 1) > batch.counts[:, None]
        total = torch.zeros(())
        for index, _ in enumerate(LINKS):
            if (wanted[index] != UNKNOWN).any():
                logits = chosen[:, 1:, index, 0] @ chosen[:, :, index, 1].transpose(1, 2) / LINK_WIDTH**0.5
                logits = logits.masked_fill(padding[:, None, :], -1e4)
                total = total + nn.functional.cross_entropy(
                    logits.flatten(0, 1), wanted[index].flatten(), ignore_index=UNKNOWN
                )
        return {"links": total}
