"""Training: batches in, checkpoints out; can be stopped and taken up again."""

import math
import random
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import nn
from torch.multiprocessing.spawn import spawn

from training.tagger.batches import mix
from training.tagger.data import read_corpora
from training.tagger.model import WEIGHTS, Batch, Network
from training.tagger.start import ChangedWeights, read_exported, starting_encoder

PRINT_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    steps: optimiser steps. pieces: word pieces of a step, all workers together; window: of a window, at most.
    rate: learning rate of the encoder; head_rate: of the rest. smooth: decay of the moving average of the weights.
    save_every: steps between checkpoints. workers: processes of one thread that share each step's work.
    minutes: if given, the rates fall by the clock and steps are only a ceiling.
    exported: a tagger.onnx whose weights are trained further, in place of the pretrained encoder's.
    """

    steps: int
    layers: int = 10
    window: int = 256
    pieces: int = 2048
    rate: float = 8e-5
    head_rate: float = 6e-4
    warm_up: float = 0.05
    smooth: float = 0.998
    seed: int = 7
    save_every: int = 100
    workers: int = 2
    minutes: float | None = None
    exported: str | None = None


class Average:
    """A moving average of a network's weights."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.updates = 0

    def update(self, network: nn.Module) -> None:
        """Take the network's present weights in."""
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        for name, value in network.named_parameters():
            if value.requires_grad:
                self.state[name].lerp_(value.detach(), 1 - decay)


def optimiser(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with a higher rate for what starts from nothing; no decay of biases and norms."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[name.startswith("encoder."), parameter.ndim > 1].append(parameter)
    return torch.optim.AdamW(
        fused=True,
        params=[
            {
                "params": parameters,
                "lr": plan.rate if encoder else plan.head_rate,
                "peak": plan.rate if encoder else plan.head_rate,
                "weight_decay": 0.01 if matrix else 0.0,
            }
            for (encoder, matrix), parameters in groups.items()
        ],
    )


def height(progress: float, warm_up: float) -> float:
    """Share of the peak learning rate at a share of the way."""
    if progress < warm_up:
        return max(progress / warm_up, 0.01)
    return max((1 - progress) / (1 - warm_up), 0.01)


def share(network: nn.Module, workers: int) -> None:
    """Give all workers the mean of their gradients."""
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    flat = torch.cat([torch.zeros(item.numel()) if item.grad is None else item.grad.flatten() for item in trained])
    dist.all_reduce(flat)
    flat /= workers
    for item, gradient in zip(trained, torch.split(flat, [item.numel() for item in trained]), strict=True):
        item.grad = gradient.view_as(item)


class Course:
    """A training under way: the network, its optimiser and how far they have come."""

    def __init__(self, plan: Plan, start: Path, out: Path) -> None:
        self.plan = plan
        self.network = Network(starting_encoder(start, plan.layers))
        if plan.exported is not None:
            state, layers = read_exported(Path(plan.exported))
            if layers != plan.layers:
                raise ChangedWeights(f"{plan.exported} has {layers} layers, the plan {plan.layers}")
            self.network.load_state_dict(state)
        self.network.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.optimiser = optimiser(self.network, plan)
        self.average = Average(self.network, plan.smooth)
        self.step = 0
        spent = 0.0
        if (out / "checkpoint.pt").exists():
            saved: dict[str, Any] = torch.load(out / "checkpoint.pt", weights_only=True)
            self.network.load_state_dict(saved["network"])
            self.optimiser.load_state_dict(saved["optimiser"])
            self.average.state, self.average.updates = saved["average"], saved["updates"]
            self.step, spent = saved["step"], saved["spent"]
        self.began = time.monotonic() - spent

    @property
    def spent(self) -> float:
        """Seconds of training so far, those before an interruption included."""
        return time.monotonic() - self.began

    def progress(self) -> float:
        """The share of the way behind us, by worker 0's clock or by steps."""
        clock = torch.tensor([self.spent])
        dist.broadcast(clock, 0)
        if self.plan.minutes is None:
            return self.step / self.plan.steps
        return max(clock.item() / 60 / self.plan.minutes, self.step / self.plan.steps)

    def take(self, batch: Batch, progress: float) -> dict[str, float]:
        """One step; gives the losses."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * height(progress, self.plan.warm_up)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = self.network.losses(batch)
        total = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
        if not math.isfinite(total.item()):
            raise ArithmeticError(f"the loss is not finite at step {self.step}")
        self.optimiser.zero_grad()
        total.backward()  # type: ignore[no-untyped-call]
        share(self.network, self.plan.workers)
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        return {name: value.item() for name, value in found.items()}

    def save(self, out: Path) -> None:
        """Write the averaged weights, and what is needed to go on from here."""
        plan = asdict(self.plan)
        torch.save({"plan": plan, "step": self.step, "weights": self.average.state}, out / f"weights-{self.step}.pt")
        whole = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average.state,
            "updates": self.average.updates,
            "step": self.step,
            "spent": self.spent,
        }
        torch.save(whole, out / "checkpoint.tmp")
        (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


def work(rank: int, plan: Plan, gold: Path, start: Path, out: Path) -> None:
    """One worker's part of the training; worker 0 prints and saves."""
    torch.set_num_threads(1)
    dist.init_process_group(
        "gloo", init_method=f"file://{(out / 'meeting').resolve()}", rank=rank, world_size=plan.workers
    )
    torch.manual_seed(plan.seed)
    course = Course(plan, start, out)
    seed = plan.seed + 1000 * rank + course.step
    torch.manual_seed(seed)
    corpora = read_corpora(gold, open_tokenizer(start))
    losses: dict[str, list[float]] = defaultdict(list)
    course.network.train()
    for batch in mix(corpora, plan.window, plan.pieces // plan.workers, random.Random(seed)):
        progress = course.progress()
        if progress >= 1:
            break
        for name, value in course.take(batch, progress).items():
            losses[name].append(value)
        if rank == 0:
            course.average.update(course.network)
            if course.step % PRINT_EVERY == 0:
                means = "  ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in sorted(losses.items()))
                print(f"step {course.step}  progress {progress:.3f}  seconds {course.spent:.0f}  {means}", flush=True)
                losses.clear()
            if course.step % plan.save_every == 0:
                course.save(out)
    if rank == 0:
        course.save(out)
    dist.destroy_process_group()


def open_tokenizer(start: Path) -> Tokenizer:
    """The starting weights' own tokenizer, cutting and padding nothing."""
    tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def train(plan: Plan, gold: Path, start: Path, out: Path) -> None:
    """Train by the plan; writes out/checkpoint.pt (all that is needed to resume) and out/weights-N.pt (averages)."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "meeting").unlink(missing_ok=True)
    spawn(work, (plan, gold, start, out), nprocs=plan.workers)  # type: ignore[no-untyped-call]
