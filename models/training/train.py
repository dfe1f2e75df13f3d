"""Makes the note classifier from the data folder: `train.py --data DATA --out models/note-encoder --seed 7`."""

from __future__ import annotations

import argparse
import datetime
import json
import random
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

import card
import corpus
import export
import finetune
import lexical
import measure
import pretrain
import targets
import wordpiece
from encoder import NeuralHead, NoteEncoder, Shape

VOCABULARY = 8000
PAIRS = 2048
LEXICAL_DECAY = 0.01
HELD_OUT = 0.1


@dataclass(frozen=True)
class Profile:
    shape: Shape
    masked_steps: int
    plan: finetune.Plan
    second_plan: finetune.Plan
    masked_batch: int = 32
    masked_rate: float = 1e-3


PROFILES = {
    "small": Profile(
        Shape(layers=2, width=128), 0, finetune.Plan(epochs=1, most_windows=1), finetune.Plan(epochs=1, most_windows=1, rate=5e-4)
    ),
    "full": Profile(Shape(layers=2, width=192), 0, finetune.Plan(epochs=10), finetune.Plan(epochs=3, rate=5e-4)),
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--profile", choices=PROFILES, default="small")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--cache", type=Path, help="folder that keeps the trunk and the tuned encoder between runs; empty it after any change")
    options.add_argument("--held-out", type=Path, help="write what models that did not see a note say of it, for fit_confidence.py")
    options.add_argument("--measure-development", action="store_true", help="measure once, after every choice is made")
    run(options.parse_args())


def run(options: argparse.Namespace) -> None:
    begin = time.time()
    log = lambda line: print(f"[{time.time() - begin:6.0f} s] {line}", flush=True)
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    profile = PROFILES[options.profile]

    data = corpus.read(options.data)
    families = corpus.Families(options.data / "codesets" / "rbcs.csv")
    heads = targets.heads_of(data.training, families)
    texts = [note.text for note in data.training] + data.other_texts
    tokenizer = wordpiece.train(texts, VOCABULARY, alphabet="àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ" + "αβγδεζηθικλμνξοπρστυφχψω")
    values, known = targets.encode(data.training, heads, families)
    training, held = targets.hold_out(data.training, HELD_OUT, options.seed)
    read = lambda notes: [torch.tensor(tokenizer.windows(note.text)) for note in notes]
    windows = read(data.training)
    log(f"{len(tokenizer)} pieces, {heads.size} labels, {len(training)} notes to train on, {len(held)} held out")

    voice = fit_lexical([windows[i] for i in training], values[training], known[training], heads, len(tokenizer))
    held_lexical = torch.stack([voice(windows[i]) for i in held])
    log(f"lexical half: {summary(held_lexical, values[held], heads)}")

    torch.manual_seed(options.seed)
    model = NeuralHead(len(tokenizer), profile.shape, heads.size)
    model = kept(options, "started", model, lambda: start_trunk(model, tokenizer, texts, profile, log))

    def judge(candidate: NeuralHead, voices: Tensor) -> tuple[float, str]:
        mixed = logits(candidate, [windows[i] for i in held]) + voices
        score = finetune.losses(mixed, values[held], known[held], heads, profile.plan).item()
        return score, f"held-out loss {score:.4f}, {summary(mixed, values[held], heads)}"

    teacher = torch.stack([voice(windows[i]) for i in training])
    soft, taught = finetune.teach(values[training], known[training], teacher, heads)
    extra, extra_known = targets.auxiliary(data.training)
    sectioned = [
        finetune.Sectioned([(tokenizer.encode(h), tokenizer.encode(b)) for h, b in corpus.sections(data.training[i].text)])
        for i in training
    ]

    def tune(values: Tensor, known: Tensor, beside: Tensor | None, plan: finetune.Plan) -> NeuralHead:
        torch.manual_seed(options.seed)
        heard = torch.zeros_like(held_lexical) if beside is None else held_lexical
        return finetune.finetune(
            model, sectioned, values, known, extra[training], extra_known[training], beside, heads, plan, options.seed,
            lambda candidate: judge(candidate, heard), log,
        )

    model = kept(options, "alone", model, lambda: tune(soft, taught, None, profile.plan))
    alone = logits(model, [windows[i] for i in held])
    beside = kept(options, "beside", None, lambda: cross_fit([windows[i] for i in training], values[training], known[training], heads, len(tokenizer)))
    log("lexical half cross-fitted")
    model = kept(options, "tuned", model, lambda: tune(values[training], known[training], beside, profile.second_plan))

    neural = logits(model, [windows[i] for i in held])
    shares = measure.mix(neural, held_lexical, values[held], heads)
    exported = export.half_tables(NoteEncoder(model, voice, *shares, torch.zeros(heads.size)))
    small = export.int8(exported)
    mixed = logits(exported, [windows[i] for i in held])
    thresholds = {
        head: measure.best_threshold(mixed[:, part], values[held][:, part])
        for head, part in heads.slices.items() if head != "noteType"
    }
    lexical_thresholds, neural_thresholds = (
        {h: measure.best_threshold(x[:, heads.slices[h]], values[held][:, heads.slices[h]]) for h in thresholds}
        for x in (held_lexical, alone)
    )
    metrics = {"validation": {
        "lexicalAlone": measure.report(held_lexical, values[held], heads, lexical_thresholds),
        "encoderAlone": measure.report(alone, values[held], heads, neural_thresholds),
        "float": measure.report(mixed, values[held], heads, thresholds),
        "int8": measure.report(logits(small, [windows[i] for i in held]), values[held], heads, thresholds),
    }}
    if options.held_out:
        heard = torch.cat([beside * shares[1], mixed])
        write_held_out(options.held_out, [data.training[i].note_id for i in training + held], heard, heads)
    if options.measure_development:
        metrics["development"] = development(data.development, heads, families, read, exported, small, voice, thresholds, lexical_thresholds)
    log(str(metrics))

    about = {
        "created": datetime.date.today().isoformat(),
        "torch": torch.__version__,
        "seed": options.seed,
        "profile": options.profile,
        "maskedPieceSteps": profile.masked_steps,
        "architecture": {**asdict(profile.shape), "pieces": len(tokenizer), "pairs": PAIRS,
                         "shares": {h: {"encoder": round(shares[0][p.start].item(), 2), "lexical": round(shares[1][p.start].item(), 2)} for h, p in heads.slices.items()}},
        "trainingData": [
            "MTSamples transcriptions (public samples) with their specialties and keywords, without the 200 development notes",
            "note type and procedure labels of 1,372 of those notes, 10 % of them held out for validation",
            "MTS-Dialog (CC BY 4.0): vocabulary and self-supervised stages only",
            "PriMock57 notes (CC BY 4.0): vocabulary and self-supervised stages only",
            "CMS Restructured BETOS (RBCS): service family names",
        ],
        "metrics": metrics,
    }
    export.write(options.out, exported, tokenizer, heads, thresholds, about, card.write(about, heads, thresholds))
    log(f"written; latency {about['latencyMs']}")


def fit_lexical(windows: list[Tensor], values: Tensor, known: Tensor, heads: targets.Heads, vocabulary: int) -> lexical.LexicalHead:
    features = lexical.fit_features(windows, values, known, vocabulary, PAIRS)
    types = heads.slices["noteType"]
    typed = known[:, 0]
    rest = slice(types.stop, heads.size)

    def loss(z: Tensor) -> Tensor:
        binary = F.binary_cross_entropy_with_logits(z[:, rest], values[:, rest], reduction="none")
        return F.cross_entropy(z[typed, types], values[typed, types], reduction="sum") + (binary * known[:, rest]).sum()

    weight, bias = lexical.fit_linear(lexical.dense(features, windows), loss, heads.size, LEXICAL_DECAY)
    return lexical.LexicalHead(features, weight.half(), bias)


def cross_fit(windows: list[Tensor], values: Tensor, known: Tensor, heads: targets.Heads, vocabulary: int, folds: int = 5) -> Tensor:
    """The lexical half's logits for every note, each from a fit that did not see the note."""
    found = torch.zeros(len(windows), heads.size)
    for fold in range(folds):
        seen = [i for i in range(len(windows)) if i % folds != fold]
        voice = fit_lexical([windows[i] for i in seen], values[seen], known[seen], heads, vocabulary)
        for i in range(fold, len(windows), folds):
            found[i] = voice(windows[i])
    return found


def write_held_out(path: Path, names: list[str], heard: Tensor, heads: targets.Heads) -> None:
    """For every training note what the lexical half says in a fold that did not see it, and for the held-out ones the whole model."""
    types, families = heads.slices["noteType"], heads.slices["serviceFamilies"]
    said = {
        name: {
            "noteTypes": dict(zip(heads.labels("noteType"), [round(p, 4) for p in row[types].softmax(0).tolist()])),
            "families": dict(zip(heads.labels("serviceFamilies"), [round(p, 4) for p in row[families].sigmoid().tolist()])),
        }
        for name, row in zip(names, heard)
    }
    path.write_text(json.dumps(said, indent=0, sort_keys=True))


def kept(options, stage: str, model, make):
    """What `make` gives (a module like `model`, or a tensor), from the cache folder if it is there."""
    path = options.cache / f"{stage}-{options.profile}-{options.seed}.pt" if options.cache else None
    if path and path.exists():
        state = torch.load(path)
        if model is None:
            return state
        model.load_state_dict(state)
        return model
    made = make()
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(made if isinstance(made, Tensor) else made.state_dict(), path)
    return made


def start_trunk(model: NeuralHead, tokenizer, texts: list[str], profile: Profile, log) -> NeuralHead:
    pieces = [tokenizer.encode(text) for text in texts]
    vectors = pretrain.piece_vectors(pieces, len(tokenizer), profile.shape.width)
    with torch.no_grad():
        model.trunk.pieces.weight[len(wordpiece.SPECIALS):] = vectors[len(wordpiece.SPECIALS):]
    log("piece vectors made")
    if profile.masked_steps:
        pretrain.masked_pieces(model.trunk, pieces, profile.masked_steps, profile.masked_batch, profile.masked_rate, log)
    return model


@torch.no_grad()
def logits(model, windows: list[Tensor]) -> Tensor:
    model.eval()
    return torch.stack([model(ids) for ids in windows])


def summary(z: Tensor, values: Tensor, heads: targets.Heads) -> str:
    parts = heads.slices
    shown = [f"type {measure.note_type_accuracy(z[:, parts['noteType']], values[:, parts['noteType']]):.3f}"]
    for head in ("specialty", "serviceFamilies"):
        part = parts[head]
        shown.append(f"{head} {measure.f1(z[:, part], values[:, part], measure.best_threshold(z[:, part], values[:, part]))[0]:.3f}")
    return ", ".join(shown)


def development(notes, heads, families, read, exported, small, voice, thresholds, lexical_thresholds) -> dict:
    values, _ = targets.encode(notes, heads, families)
    optional = torch.zeros_like(values)
    start = heads.slices["serviceFamilies"].start
    for row, note in enumerate(notes):
        for family in families.of_codes(note.optional_codes):
            if family in heads.families:
                optional[row, start + heads.families.index(family)] = 1
    windows = read(notes)
    return {
        "lexicalAlone": measure.report(logits(voice, windows), values, heads, lexical_thresholds, optional),
        "float": measure.report(logits(exported, windows), values, heads, thresholds, optional),
        "int8": measure.report(logits(small, windows), values, heads, thresholds, optional),
    }


if __name__ == "__main__":
    main()
