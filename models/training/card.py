"""The model card, written from what was measured."""

from __future__ import annotations

_CARD = """# note-encoder

Reads a clinical note in English and says what kind of note it is, which specialties it belongs to, and which families of
procedures and services its claim is likely to hold. It proposes; the rules of the engine and a person decide. It names no code.

| | |
|---|---|
| Licence | Apache-2.0 |
| Made on | {created}, torch {torch}, seed {seed}, profile `{profile}` |
| Form | TorchScript: `note-encoder.pt` (float), `note-encoder-int8.pt` (dynamic int8 linear layers); both again as `.onnx` with `.onnx.weights` |
| Input | `ids`, int64 [windows, length <= 256], 0 is padding; every piece of a note is read, none is cut off |
| Output | {labels} float logits: {head_sizes} |
| Checksums, labels, thresholds | `manifest.json` |
| Pinned cases | `golden.json`: invented texts with ids and logits |

## How it works

Two halves answer, and their logits are added with a share per head ({shares}).
The lexical half is sublinear TF-IDF over {pieces} WordPiece pieces and {pairs} chosen pairs of neighbours, with one linear layer.
The encoder half is a {layers}-layer, {width}-wide, {attention_heads}-head transformer over windows of 256 pieces merged in twos, pooled over the whole note by
mean, maximum and {queries} learned attention queries; it was started from co-occurrence vectors ({masked}), then trained on
the three heads with the lexical half as teacher for notes nobody labelled, and last trained to add to what the lexical half says of notes it has not seen. Both are in the one module, so a caller sees ids in and logits out.

## Training data

{data}

No development note was used in any stage: vocabulary, self-supervision, training, stopping or thresholds. The MTSamples notes that nobody labelled here were used, with
their specialties and keywords and with the lexical half's guesses; any test set drawn from those notes has therefore been seen as text, though none of its codes have.
The files hold weights and pieces of words only; no note text.

## Measured

Note type: share of notes whose first choice is a type that a coder gave. Families and specialties: F1 at the threshold in the manifest, over every label of the head
(a family that is no label counts neither way).
{tables}

{latency}

Latency is of synthetic full windows on a shared two-core x86-64 virtual machine, in the training framework, at a quiet moment; only a guide, to be measured again in the engine.

## Limits

- The training notes are a small set of public sample transcriptions in American English, many of them surgical. Telegraphic notes, templates of an electronic
  record, other countries' styles and other languages are hardly represented; expect lower accuracy there, and measure on your own notes before relying on it.
- {validation_notes} validation notes: one note is {one_note:.1f} points of note type accuracy. Rare types (emergency, progress, discharge) rest on a few dozen examples each.
- Thresholds, the mix of the halves and the stopping epochs were chosen on the validation notes, and the settings of the lexical half by cross-validation over all labelled
  training notes, so the validation row flatters a little; the development row does not.
- Families with few training notes (the least has four) are seldom found. Families with fewer are not labels at all, and a note may need one of them.
- Specialty labels are those of the sample collection: overlapping ("Surgery" beside the organ's specialty) and partly document kinds.
- Scores are not calibrated probabilities of a correct claim. Labels come from a single coder per training note.
- Text that makes no sense still gets an answer. An empty note answers with the priors.

## Intended use

Ranking and cross-checking candidates inside Superbill, with evidence and rules deciding. Not for choosing care, not for billing without a person's sign-off,
and not for grading clinicians.
"""


def write(about: dict, heads, thresholds: dict[str, float]) -> str:
    shape, metrics = about["architecture"], about["metrics"]
    validation_notes = metrics["validation"]["float"]["notes"]
    return _CARD.format(
        **{key: about[key] for key in ("created", "torch", "seed", "profile")},
        labels=heads.size,
        head_sizes=", ".join(f"`{head}` {part.stop - part.start}" for head, part in heads.slices.items()),
        shares="; ".join(f"{head}: encoder {s['encoder']}, lexical {s['lexical']}" for head, s in shape["shares"].items()),
        pieces=shape["pieces"], pairs=shape["pairs"], layers=shape["layers"], width=shape["width"],
        attention_heads=shape["heads"], queries=shape["queries"],
        data="\n".join(f"- {line}" for line in about["trainingData"]),
        tables="\n".join(_table(name, rows) for name, rows in metrics.items()),
        latency="{latency}",
        masked=f"and {about['maskedPieceSteps']} steps of masked-piece prediction" if about["maskedPieceSteps"] else "no masked-piece prediction",
        validation_notes=validation_notes,
        one_note=100 / validation_notes,
    )


_NAMES = {"lexicalAlone": "TF-IDF + logistic regression (baseline)", "encoderAlone": "encoder alone, before it learned to stand beside the lexical half", "float": "**float module**", "int8": "**int8 module**"}


def _table(name: str, rows: dict) -> str:
    lines = [
        f"\n{name.capitalize()} ({rows['float']['notes']} notes)\n",
        "| | note type accuracy | families micro / macro F1 | specialties micro / macro F1 |",
        "|---|---|---|---|",
    ]
    for key, row in rows.items():
        families, specialty = row["serviceFamilies"], row["specialty"]
        extra = f" ({families['microF1OptionalIgnored']:.3f} / {families['macroF1OptionalIgnored']:.3f} with optional codes ignored)" if "microF1OptionalIgnored" in families else ""
        lines.append(
            f"| {_NAMES[key]} | {row['noteType']['accuracy']:.3f} | {families['microF1']:.3f} / {families['macroF1']:.3f}{extra} "
            f"| {specialty['microF1']:.3f} / {specialty['macroF1']:.3f} |"
        )
    return "\n".join(lines)
