"""Writes the model folder: TorchScript in float and int8, manifest, golden cases and the model card."""

from __future__ import annotations

import copy
import hashlib
import json
import time
import zipfile
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.quantization import per_channel_dynamic_qconfig, quantize_dynamic

from encoder import NoteEncoder
from golden_texts import golden_texts
from targets import Heads
from wordpiece import CLS_ID, MASK_ID, MAX_WORD, PAD_ID, SEP_ID, UNK_ID, WINDOW, WINDOW_PIECES, WordPiece

FLOAT, INT8 = "note-encoder.pt", "note-encoder-int8.pt"


def half_tables(model: NoteEncoder) -> NoteEncoder:
    """The look-up tables are stored as half floats; the module widens the rows it reads."""
    model = copy.deepcopy(model).eval()
    trunk = model.neural.trunk
    for table in (trunk.pieces, trunk.positions):
        table.weight = nn.Parameter(table.weight.detach().half(), requires_grad=False)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    return model


def int8(model: NoteEncoder) -> NoteEncoder:
    """Dynamic int8 for the transformer's linear layers, a scale a row; pooling and answers stay float."""
    if torch.backends.quantized.engine == "none" or "fbgemm" not in torch.backends.quantized.supported_engines:
        torch.backends.quantized.engine = "onednn"
    model = copy.deepcopy(model)
    model.neural.trunk.layers = quantize_dynamic(model.neural.trunk.layers, {nn.Linear: per_channel_dynamic_qconfig}, dtype=torch.qint8)
    return model


def scripted(model: NoteEncoder) -> torch.jit.ScriptModule:
    return torch.jit.script(model.eval())


def without_sources(path: Path) -> None:
    """Leaves out what TorchScript notes of where the source lay, and every time stamp."""
    with zipfile.ZipFile(path) as old:
        entries = [(name, old.read(name)) for name in old.namelist() if not name.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
        for name, content in entries:
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)


@torch.no_grad()
def golden(tokenizer: WordPiece, whole, small) -> dict:
    cases = []
    for name, text in golden_texts():
        rows = tokenizer.windows(text)
        ids = torch.tensor(rows)
        cases.append({
            "name": name,
            "text": text,
            "windows": rows,
            "logits": [round(x, 5) for x in whole(ids).tolist()],
            "int8Logits": [round(x, 5) for x in small(ids).tolist()],
        })
    return {
        "about": "Invented texts. `windows` must be equal, `logits` within 0.001, `int8Logits` within int8Tolerance: "
        "int8 kernels differ between processors and engines.",
        "tolerance": 0.001,
        "int8Tolerance": 0.05,
        "cases": cases,
    }


def latency(module, windows: int) -> float:
    """Median milliseconds of one thread."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    ids = torch.randint(5, 4000, (windows, WINDOW), generator=torch.Generator().manual_seed(1))
    times = []
    with torch.no_grad():
        for _ in range(25):
            start = time.perf_counter()
            module(ids)
            times.append(1000 * (time.perf_counter() - start))
    torch.set_num_threads(threads)
    return round(sorted(times[5:])[10], 1)


def write(out: Path, model: NoteEncoder, tokenizer: WordPiece, heads: Heads, thresholds: dict[str, float], about: dict, card: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(out / "vocab.txt")
    whole = scripted(model)
    small = scripted(int8(model))
    for module, name in ((whole, FLOAT), (small, INT8)):
        module.save(str(out / name))
        without_sources(out / name)
    cases = golden(tokenizer, torch.jit.load(str(out / FLOAT)), torch.jit.load(str(out / INT8)))
    (out / "golden.json").write_text(json.dumps(cases, ensure_ascii=True) + "\n", encoding="utf-8")
    about["latencyMs"] = {
        f"{name}, {count} windows": latency(module, count) for name, module in (("float", whole), ("int8", small)) for count in (1, 3)
    }
    (out / "MODEL_CARD.md").write_text(card.replace("{latency}", _latency_table(about["latencyMs"])), encoding="utf-8")
    (out / "manifest.json").write_text(json.dumps(_manifest(out, tokenizer, heads, thresholds, about), indent=2) + "\n", encoding="utf-8")


def _latency_table(latencies: dict[str, float]) -> str:
    rows = "\n".join(f"| {name} | {value} ms |" for name, value in latencies.items())
    return f"| forward pass, one thread | median |\n|---|---|\n{rows}"


def _manifest(out: Path, tokenizer: WordPiece, heads: Heads, thresholds: dict[str, float], about: dict) -> dict:
    files = {}
    for name in ("vocab.txt", FLOAT, INT8, "golden.json", "MODEL_CARD.md"):
        content = (out / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    activation = {"noteType": "softmax", "specialty": "sigmoid", "serviceFamilies": "sigmoid"}
    return {
        "name": "note-encoder",
        "format": 1,
        "licence": "Apache-2.0",
        "files": files,
        "tokenizer": {
            "kind": "wordpiece",
            "rules": "basic-1",
            "vocabulary": "vocab.txt",
            "pieces": len(tokenizer),
            "ids": {"pad": PAD_ID, "unknown": UNK_ID, "begin": CLS_ID, "end": SEP_ID, "mask": MASK_ID},
            "longestWord": MAX_WORD,
        },
        "input": {"name": "ids", "type": "int64", "shape": ["windows", "length"], "longest": WINDOW, "piecesPerWindow": WINDOW_PIECES, "padding": PAD_ID},
        "output": {"name": "logits", "type": "float32", "shape": [heads.size]},
        "heads": [
            {
                "name": head,
                "offset": part.start,
                "size": part.stop - part.start,
                "activation": activation[head],
                **({"threshold": thresholds[head]} if head in thresholds else {}),
                "labels": list(heads.labels(head)),
            }
            for head, part in heads.slices.items()
        ],
        **about,
    }
