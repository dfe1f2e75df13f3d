"""Fit the visit model: the family of a visit from named cues, and how often coders give each level.

usage: fit_visits.py --data DATA --cues CUES.jsonl --out models/visit-family

CUES is what `dev.superbill.adapter.training.VisitDump` wrote for the notes of labels/train.jsonl, with what a classifier that
did not see each note says of it. The family is a softmax with a ridge penalty, which is chosen by cross-validation by note; it
is fitted with and without the classifier's note types. Everything is learned on the training labels. numpy and torch; the
same input gives the same output.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import random

import numpy
import torch

FOLDS = 5
SEEDS = (1, 2, 3)
RIDGES = (0.5, 1.0, 1.5)
# How many notes the average of all families weighs against a family's own, and a family's own against those read alike.
FAMILY_PRIOR = 6.0
LEVEL_PRIOR = 6.0
FAR_MORE = 1.5
FAMILIES = ['office_new', 'office_established', 'consult_outpatient', 'consult_inpatient', 'hospital_initial',
            'hospital_subsequent', 'discharge', 'emergency', 'preventive', 'nursing_facility', 'none']
ALL_FAMILIES = FAMILIES[:8] + ['critical_care'] + FAMILIES[8:]
LADDERS = {
    'office_new': ['99202', '99203', '99204', '99205'],
    'office_established': ['99212', '99213', '99214', '99215'],
    'consult_outpatient': ['99242', '99243', '99244', '99245'],
    'consult_inpatient': ['99252', '99253', '99254', '99255'],
    'hospital_initial': ['99221', '99221', '99222', '99223'],
    'hospital_subsequent': ['99231', '99231', '99232', '99233'],
    'nursing_facility': ['99307', '99308', '99309', '99310'],
    'emergency': ['99282', '99283', '99284', '99285'],
}
# What the engine answers in families without levels.
USUAL = {'discharge': '99238', 'critical_care': '99291'}


# What families have in common: settings and roles. A cue's weight for a family is the sum of its weights for what the family
# is and of one of the family's own; the ridge draws all of them to zero, so that families with few notes lean on the others.
TRAITS = {
    'visit': FAMILIES[:10],
    'outpatient': ['office_new', 'office_established', 'consult_outpatient', 'preventive'],
    'inpatient': ['consult_inpatient', 'hospital_initial', 'hospital_subsequent', 'discharge'],
    'consultation': ['consult_outpatient', 'consult_inpatient'],
    'first contact': ['office_new', 'consult_outpatient', 'consult_inpatient', 'hospital_initial', 'emergency'],
    'later contact': ['office_established', 'hospital_subsequent', 'nursing_facility'],
    'acute': ['hospital_initial', 'emergency'],
}
SHARE = 0.7


def family_structure():
    traits = [[SHARE * (family in families) for family in FAMILIES] for families in TRAITS.values()]
    return torch.tensor(numpy.vstack([traits, SHARE * numpy.eye(len(FAMILIES))]))


def cue_structure(names):
    """A cue means much the same wherever it stands: each place's weight is the cue's own and a part of the place's."""
    stems = sorted({name.rsplit('.', 1)[0] for name in names if is_placed(name)})
    structure = numpy.zeros((len(names), len(stems) + len(names)))
    for i, name in enumerate(names):
        structure[i, len(stems) + i] = SHARE if is_placed(name) else 1
        if is_placed(name):
            structure[i, stems.index(name.rsplit('.', 1)[0])] = SHARE
    return torch.tensor(structure)


def is_placed(name):
    return name.rsplit('.', 1)[-1] in ('opening', 'heading', 'body')


def fit(x, y, ridge, names):
    """Ridge softmax regression over the structures; the intercepts are not penalised."""
    families, cues = family_structure(), cue_structure(names)
    inputs, target = torch.tensor(x) @ cues, torch.tensor(y)
    weights = torch.zeros(cues.shape[1], families.shape[0], dtype=torch.float64, requires_grad=True)
    base = torch.zeros(len(FAMILIES), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, base], max_iter=80, line_search_fn='strong_wolfe')

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(inputs @ weights @ families + base, target, reduction='sum')
        loss = loss + ridge / 2 * (weights ** 2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    with torch.no_grad():
        return numpy.vstack([base.numpy(), (cues @ weights @ families).numpy()])


def predict(weights, x):
    scores = numpy.hstack([numpy.ones((len(x), 1)), x]) @ weights
    scores = numpy.exp(scores - scores.max(1, keepdims=True))
    return scores / scores.sum(1, keepdims=True)


def held_out(x, y, ridge, seed, names):
    order = list(range(len(y)))
    random.Random(seed).shuffle(order)
    fold = numpy.zeros(len(y), dtype=int)
    for place, note in enumerate(order):
        fold[note] = place % FOLDS
    result = numpy.zeros((len(y), len(FAMILIES)))
    for part in range(FOLDS):
        weights = fit(x[fold != part], y[fold != part], ridge, names)
        result[fold == part] = predict(weights, x[fold == part])
    return result


def figures(probabilities, y):
    none = FAMILIES.index('none')
    read = probabilities.argmax(1)
    visits = y != none
    return {
        'familyRight': round(float((read[visits] == y[visits]).mean()), 3),
        'visits': int(visits.sum()),
        'falseVisits': int((read[~visits] != none).sum()),
        'logLoss': round(float(-numpy.log(probabilities[numpy.arange(len(y)), y] + 1e-9).mean()), 4),
    }


def choose(x, y, names):
    """The ridge with the least held-out log loss, and its figures."""
    tried = {}
    for ridge in RIDGES:
        runs = [figures(held_out(x, y, ridge, seed, names), y) for seed in SEEDS]
        tried[ridge] = {key: round(sum(run[key] for run in runs) / len(runs), 4) for key in runs[0]}
        print(f'  ridge {ridge}: {tried[ridge]}')
    best = min(RIDGES, key=lambda ridge: tried[ridge]['logLoss'])
    return best, tried[best]


def level_read(elements):
    return sorted(elements)[1]


def level_given(family, code):
    """The rung of the code, the higher where two rungs share it; none where the family has no such code."""
    ladder = LADDERS[family]
    return max((rung for rung, one in enumerate(ladder) if one == code), default=None)


def levels(notes, labels):
    """By family, how often coders give each level where the engine reads another, drawn towards the family's own mix, and that
    towards the mix of all families."""
    met = collections.defaultdict(lambda: numpy.zeros((4, 4)))
    for note in notes:
        label = labels[note['id']]
        family = label['em_family'][0]
        if family in LADDERS and len(label['em_code']) == 1 and label['em_code'][0]:
            given = level_given(family, label['em_code'][0])
            if given is not None:
                read = level_read(note['mdm'][family])
                if LADDERS[family][0] == LADDERS[family][1]:
                    read = max(read, 1)
                met[family][read][given] += 1
    every = sum(met.values())
    table = {}
    for family in LADDERS:
        mix = met[family].sum(0) + FAMILY_PRIOR * (every.sum(0) + 1) / (every.sum() + 4)
        mix /= mix.sum()
        rows = met[family] + LEVEL_PRIOR * mix
        if LADDERS[family][0] == LADDERS[family][1]:
            rows[0] = rows[1]
        table[family] = rows / rows.sum(1, keepdims=True)
    return table, met


def settle(table, family, elements):
    """As `dev.superbill.visit.VisitModel` settles the level where the elements disagree."""
    read = settled = level_read(elements)
    row = table[family][read]
    for element in elements:
        if row[element] > FAR_MORE * row[read] and row[element] > row[settled]:
            settled = element
    return settled


def settled_right(notes, labels):
    """How often the settled level gives the coder's code, each note judged by a table made without it."""
    right = total = 0
    for i, note in enumerate(notes):
        label = labels[note['id']]
        family = label['em_family'][0]
        if family not in LADDERS or len(label['em_code']) != 1 or level_given(family, label['em_code'][0]) is None:
            continue
        table, _ = levels(notes[:i] + notes[i + 1:], labels)
        right += LADDERS[family][settle(table, family, note['mdm'][family])] == label['em_code'][0]
        total += 1
    return {'notes': total, 'right': round(right / total, 3)}


def usual(labels):
    """How often the code of a family without levels is the usual one."""
    right = {}
    for family in ('discharge', 'critical_care', 'preventive'):
        codes = [label['em_code'][0] for label in labels.values()
                 if family in label['em_family'] and label['em_code'][0]]
        hits = sum(code == USUAL.get(family, code) for code in codes)
        right[family] = (hits + 1.5) / (len(codes) + 2)
    return right


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', type=pathlib.Path, required=True)
    parser.add_argument('--cues', type=pathlib.Path, required=True)
    parser.add_argument('--out', type=pathlib.Path, required=True)
    options = parser.parse_args()
    labels = {label['note_id']: label for label in map(json.loads, (options.data / 'labels/train.jsonl').open())}
    lines = list(map(json.loads, options.cues.open()))
    header, notes = lines[0], lines[1:]
    x = numpy.array([note['cues'] for note in notes])
    alias = {'observation': 'hospital_initial'}
    y = numpy.array([FAMILIES.index(alias.get(f, f)) for f in (labels[note['id']]['em_family'][0] for note in notes)])

    options.out.mkdir(parents=True, exist_ok=True)
    written, measured, ridges = [], {}, {}
    for prefix, width in (('', len(header['cues'])), ('unheard.', header['ofTheNote'])):
        print('with note types' if not prefix else 'without')
        ridges[prefix], measured['withoutClassifier' if prefix else 'withClassifier'] = choose(x[:, :width], y, header['cues'][:width])
        weights = fit(x[:, :width], y, ridges[prefix], header['cues'][:width])
        for name, row in zip(['base'] + header['cues'][:width], weights):
            written.append(prefix + name + ' ' + ' '.join(f'{value:.5f}' for value in row))
    table, met = levels(notes, labels)
    right = usual(labels)
    for family in ALL_FAMILIES:
        rows = table[family].ravel() if family in table else [right.get(family, 1.0)] + [0.0] * 15
        written.append(f'level.{family} ' + ' '.join(f'{value:.4f}' for value in rows))
    every = sum(met.values())
    measured['levels'] = {family: {'notes': int(met[family].sum()), 'right': round(float(numpy.trace(met[family]) / max(1, met[family].sum())), 3)}
                          for family in LADDERS}
    measured['levels']['all'] = {'notes': int(every.sum()), 'right': round(float(numpy.trace(every) / every.sum()), 3)}
    for family in LADDERS:
        print(family, measured['levels'][family])
        print(met[family].astype(int))
    measured['levels']['settled'] = settled_right(notes, labels)
    print(measured['levels']['all'], measured['levels']['settled'])

    file = options.out / 'weights.txt'
    file.write_text('# Written by models/training/fit_visits.py; do not edit.\n' + '\n'.join(written) + '\n')
    manifest = {
        'name': 'visit-family',
        'licence': 'Apache-2.0',
        'files': {'weights.txt': {'sha256': hashlib.sha256(file.read_bytes()).hexdigest(), 'bytes': file.stat().st_size}},
        'families': FAMILIES,
        'cues': header['cues'],
        'ridge': {'withClassifier': ridges[''], 'withoutClassifier': ridges['unheard.']},
        'folds': FOLDS,
        'trainingData': [f'{len(notes)} coded MTSamples notes (labels/train.jsonl), cross-validated by note'],
        'heldOut': measured,
    }
    (options.out / 'manifest.json').write_text(json.dumps(manifest, indent=2) + '\n')


if __name__ == '__main__':
    main()
