"""Fit the confidence model: what lookup proposes, and how the classifier reads the note, become one probability.

usage: fit_confidence.py --data DATA --proposals PROPOSALS.jsonl --expressions EXPRESSIONS.tsv --out models/candidate-confidence

PROPOSALS is what `dev.superbill.adapter.training.ProposalDump` wrote for the notes of labels/train.jsonl, EXPRESSIONS what
the code-set compiler wrote beside the flat file (a code and an expression a line, by number). Everything is learned on the
training labels, cross-validated by note: how reliable an expression is in a note is always counted on the other folds, and
the thresholds are chosen on those held-out figures. A code is right where the coder gave it or named it as defensible;
thresholds look at the former alone. numpy only; the same input gives the same output.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import random

import numpy

FOLDS = 5
CODE_PRIOR = 2.0
EXPRESSION_PRIOR = 2.0
CHAPTER_PRIOR = 8.0
RIDGE = 1.0
NOTE_TYPES = ['operative', 'procedure', 'radiology', 'diagnostic_test', 'office_visit', 'consult', 'hospital_admission',
              'progress', 'discharge', 'emergency', 'other']
CHAPTERS = ['surgery', 'endoscopy_and_catheter', 'imaging', 'laboratory', 'medicine', 'cardiology', 'visit', 'category_iii',
            'level_ii', 'disease', 'neoplasm', 'symptom', 'injury', 'external_cause', 'status']
SCOPES = [(31615, 31654), (36000, 36620), (43180, 43278), (44360, 44408), (45300, 45398), (52000, 52356), (62270, 62329),
          (64400, 64640)]
SUGGEST_PRECISION = 0.96
AUTO_PRECISION = 0.97
# Notes of these types report a service that was performed.
PERFORMED = {'operative', 'procedure', 'radiology', 'diagnostic_test'}
KEEP_BETA = {'procedure': 1, 'diagnosis': 1}


def logit(p):
    p = min(max(p, 0.0025), 0.9975)
    return float(numpy.log(p / (1 - p)))


def chapter_of(system, code):
    """The same chapters as `dev.superbill.candidate.Chapter`."""
    if system == 'HCPCS':
        return 'level_ii'
    if system == 'ICD-10-CM':
        first = code[0]
        if first in 'CD':
            return 'neoplasm' if code < 'D5' else 'disease'
        return {'R': 'symptom', 'S': 'injury', 'T': 'injury', 'V': 'external_cause', 'W': 'external_cause',
                'X': 'external_cause', 'Y': 'external_cause', 'Z': 'status'}.get(first, 'disease')
    if not code[4].isdigit():
        return 'category_iii' if code[4] == 'T' else 'laboratory'
    number = int(code)
    if number < 70000:
        return 'endoscopy_and_catheter' if any(a <= number <= b for a, b in SCOPES) else 'surgery'
    if number < 80000:
        return 'imaging'
    if number < 90000:
        return 'laboratory'
    if 92920 <= number < 93800:
        return 'cardiology'
    return 'visit' if 99202 <= number < 99500 else 'medicine'


def is_visit(code):
    return code[:5].isdigit() and 99202 <= int(code[:5]) < 99500


class Reliability:
    """How often codes and expressions were right where they were met, shrunk towards their group."""

    def __init__(self, cases, base):
        self.base = base
        self.code = collections.defaultdict(lambda: [0, 0])
        self.expression = collections.defaultdict(lambda: [0, 0])
        for case in cases:
            self.code[case['code']][0] += case['right']
            self.code[case['code']][1] += 1
            for expression in case['expressions']:
                self.expression[expression][0] += case['right']
                self.expression[expression][1] += 1

    def of_code(self, code):
        right, met = self.code.get(code, (0, 0))
        return (right + CODE_PRIOR * self.base) / (met + CODE_PRIOR)

    def of_expression(self, code, expression):
        right, met = self.expression.get(expression, (0, 0))
        return (right + EXPRESSION_PRIOR * self.of_code(code)) / (met + EXPRESSION_PRIOR)

    def of_case(self, case):
        return max(logit(self.of_expression(case['code'], e)) for e in case['expressions'])


def regression(rows, right, weights):
    """Ridge logistic regression by Newton's method; the intercept is not penalised."""
    x = numpy.hstack([numpy.ones((len(rows), 1)), rows])
    beta = numpy.zeros(x.shape[1])
    penalty = RIDGE * numpy.eye(x.shape[1])
    penalty[0, 0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + numpy.exp(-x @ beta))
        gradient = x.T @ (weights * (right - p)) - penalty @ beta
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + penalty
        step = numpy.linalg.solve(hessian, gradient)
        beta += step
        if numpy.abs(step).max() < 1e-8:
            break
    return beta


def chapter_table(cases):
    """Log odds that a proposal of a chapter is right in a note of a type, against the chapter's own."""
    count = collections.defaultdict(lambda: [0, 0])
    whole = collections.defaultdict(lambda: [0, 0])
    for case in cases:
        for note_type in case['note_types']:
            count[note_type, case['chapter']][0] += case['right']
            count[note_type, case['chapter']][1] += 1
        whole[case['chapter']][0] += case['right']
        whole[case['chapter']][1] += 1
    table = {}
    for note_type in NOTE_TYPES:
        for chapter in CHAPTERS:
            right, met = whole[chapter]
            own = (right + 1) / (met + 4)
            right, met = count[note_type, chapter]
            table[note_type, chapter] = logit((right + CHAPTER_PRIOR * own) / (met + CHAPTER_PRIOR)) - logit(own)
    return table


def keep_threshold(scored, missed, beta):
    """The threshold with the best F-beta of (score, right) pairs; `missed` right codes were never proposed."""
    total = sum(right for _, right in scored) + missed
    best, best_f, true = 0.5, -1.0, 0
    for kept, (score, right) in enumerate(sorted(scored, reverse=True), 1):
        true += right
        f = (1 + beta * beta) * true / (kept + beta * beta * total)
        if f > best_f:
            best, best_f = score, f
    return best, best_f


def precision_threshold(scored, precision):
    """The lowest threshold from which on at least this share is right."""
    best, true = 1.0, 0
    for kept, (score, right) in enumerate(sorted(scored, reverse=True), 1):
        true += right
        if kept >= 20 and true / kept >= precision:
            best = score
    return best


def cases_of(system, notes, labels, header):
    names = header['diagnosis' if system == 'diagnosis' else 'procedure']
    cases = []
    for note in notes:
        label = labels[note['id']]
        kind = 'icd' if system == 'diagnosis' else 'cpt'
        must, may = set(label[kind + '_must']), set(label[kind + '_may'])
        for proposal in note['proposals']:
            if (proposal['system'] == 'ICD-10-CM') != (system == 'diagnosis'):
                continue
            cases.append({
                'note': note['id'], 'code': proposal['code'], 'right': int(proposal['code'] in must | may),
                'optional': proposal['code'] in may - must,
                'expressions': proposal['expressions'], 'features': dict(zip(names, proposal['features'])),
                'ranking': proposal['features'][len(names):],
                'chapter': chapter_of(proposal['system'], proposal['code']), 'note_types': label['note_type'],
                'probabilities': note.get('noteTypes', {})})
    return cases, names


def fit(cases, names, fold_of):
    base = sum(case['right'] for case in cases) / len(cases)
    unseen = []
    for fold in range(FOLDS):
        others = [case for case in cases if fold_of[case['note']] != fold]
        known = {case['code'] for case in others}
        unseen += [case['right'] for case in cases if fold_of[case['note']] == fold and case['code'] not in known]
    base_unseen = (sum(unseen) + 1) / (len(unseen) + 4)
    for fold in range(FOLDS):
        others = [case for case in cases if fold_of[case['note']] != fold]
        reliability = Reliability(others, base_unseen)
        table = chapter_table(others)
        for case in cases:
            if fold_of[case['note']] == fold:
                case['reliability'] = reliability.of_case(case)
                if 'chapterLogit' in case['features']:
                    case['features']['chapterLogit'] = sum(
                        p * table[t, case['chapter']] for t, p in case['probabilities'].items())
    rows = numpy.array([[case['reliability']] + [case['features'][n] for n in names] for case in cases])
    right = numpy.array([case['right'] for case in cases], dtype=float)
    beta = regression(rows, right, numpy.ones(len(cases)))
    held_out = numpy.zeros(len(cases))
    folds = numpy.array([fold_of[case['note']] for case in cases])
    for fold in range(FOLDS):
        part = regression(rows[folds != fold], right[folds != fold], numpy.ones((folds != fold).sum()))
        x = numpy.hstack([numpy.ones(((folds == fold).sum(), 1)), rows[folds == fold]])
        held_out[folds == fold] = 1 / (1 + numpy.exp(-x @ part))
    print(f'  {len(cases)} proposals, {base:.3f} right, unseen codes {base_unseen:.3f} right')
    for name, weight in zip(['(intercept)', 'reliability'] + names, beta):
        print(f'    {name:18s} {weight:8.3f}')
    return beta, list(zip(held_out.tolist(), right.astype(int).tolist())), Reliability(cases, base_unseen), base_unseen


def stack(notes, labels, cases, scored, header, fold_of):
    """What the ranker adds, on the notes that it did not see.

    The phrases of the lexicon were written with the training notes at hand, so that lookup finds nearly every right code
    there. A proposal therefore counts here only where another note shows one of its expressions; without that, the code
    counts as one that only the ranker can name, as it would be in a note that nobody has read before.
    """
    heard = {note['id']: note for note in notes if 'ranked' in note}
    shown = collections.defaultdict(set)
    for case in cases:
        for expression in case['expressions']:
            shown[expression].add(case['note'])
    supported = lambda case: any(shown[e] - {case['note']} for e in case['expressions'])

    looked_up = [(case, p) for case, (p, _) in zip(cases, scored) if case['note'] in heard and supported(case)]
    rows = numpy.array([[logit(p)] + case['ranking'] for case, p in looked_up])
    right = numpy.array([float(case['right']) for case, _ in looked_up])
    folds = numpy.array([fold_of[case['note']] for case, _ in looked_up])
    stacked, stacked_scored = cross_fitted('stacked', header['stacked'], rows, right, folds)

    known = {(case['note'], case['code']) for case, _ in looked_up}
    ranked = []
    for name, note in heard.items():
        label = labels[name]
        must, may = set(label['cpt_must']), set(label['cpt_may'])
        for code in note['ranked']:
            if (name, code['code']) not in known and code['code'] not in note['ousted']:
                ranked.append((name, code['code'], code['features'], float(code['code'] in must | may)))
    rows = numpy.array([features for _, _, features, _ in ranked])
    right = numpy.array([truth for _, _, _, truth in ranked])
    folds = numpy.array([fold_of[name] for name, _, _, _ in ranked])
    ranked_beta, ranked_scored = cross_fitted('ranked', header['ranked'], rows, right, folds)

    everything = stacked_scored + ranked_scored
    owners = [case['note'] for case, _ in looked_up] + [name for name, _, _, _ in ranked]
    codes = [case['code'] for case, _ in looked_up] + [code for _, code, _, _ in ranked]
    asked = [code in labels[name]['cpt_must'] or code not in labels[name]['cpt_may'] for name, code in zip(owners, codes)]
    everything = [one for one, ask in zip(everything, asked) if ask]
    owners = [(one, code) for one, code, ask in zip(owners, codes, asked) if ask]
    total = sum(len({c for c in labels[name]['cpt_must'] if not is_visit(c)}) for name in heard)
    return stacked, ranked_beta, everything, owners, total - sum(right for _, right in everything)


def lone_threshold(scored, owners, missed, keep, performed):
    """From where on the best code of a note that reports a service is kept although no code reaches `keep`: the best F1."""
    total = sum(right for _, right in scored) + missed
    kept = true = 0
    best = {}
    for (score, right), (owner, _) in zip(scored, owners):
        kept += score >= keep
        true += right if score >= keep else 0
        if score > best.get(owner, (-1, 0))[0]:
            best[owner] = (score, right)
    lone = sorted(((s, r) for owner, (s, r) in best.items() if s < keep and owner in performed), reverse=True)
    threshold, top = keep, 2 * true / (kept + total)
    for score, right in lone:
        kept, true = kept + 1, true + right
        if 2 * true / (kept + total) >= top:
            threshold, top = score, 2 * true / (kept + total)
    print(f'  alone in its note: keep from {threshold:.3f} ({len(lone)} notes without a code, F1 {top:.3f})')
    return threshold


def auto_threshold(scored, owners, labels, keep, suggest, precision):
    """From which chance of being wholly right on a claim may go unseen: the chance is the product of the confidences kept
    and of the doubts in the codes left out."""
    by_note = collections.defaultdict(list)
    for (score, right), (owner, code) in zip(scored, owners):
        by_note[owner].append((score, right, code[:4]))
    claims = []
    for owner, cases in by_note.items():
        must = labels[owner]['cpt_must']
        kept = [right for score, right, _ in cases if score >= keep]
        lines = {family for score, _, family in cases if score >= keep}
        if not any(is_visit(code) for code in must) and kept and all(s >= suggest for s, _, _ in cases if s >= keep):
            # A sibling of a line would stand in its place, not beside it.
            chance = numpy.prod([score if score >= keep else 1 - score for score, _, family in cases if score >= keep or family not in lines])
            claims.append((float(chance), int(all(kept) and sum(kept) == len(must))))
    threshold = precision_threshold(claims, precision)
    taken = [right for chance, right in claims if chance >= threshold]
    print(f'  auto from {threshold:.3f}: {len(taken)} of {len(by_note)} notes, {sum(taken) / max(1, len(taken)):.3f} wholly right')
    return threshold


def cross_fitted(title, names, rows, right, folds):
    """The weights, and for each case its score by a fit of the other folds."""
    beta = regression(rows, right, numpy.ones(len(right)))
    held_out = numpy.zeros(len(right))
    for fold in range(FOLDS):
        out = folds == fold
        part = regression(rows[~out], right[~out], numpy.ones((~out).sum()))
        held_out[out] = 1 / (1 + numpy.exp(-numpy.hstack([numpy.ones((out.sum(), 1)), rows[out]]) @ part))
    print(f'{title}: {len(right)} cases, {right.mean():.3f} right')
    for name, weight in zip(['(intercept)'] + names, beta):
        print(f'    {name:18s} {weight:8.3f}')
    return beta, list(zip(held_out.tolist(), right.astype(int).tolist()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', required=True)
    parser.add_argument('--proposals', required=True)
    parser.add_argument('--expressions', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--seed', type=int, default=7)
    options = parser.parse_args()
    data = pathlib.Path(options.data)
    labels = {label['note_id']: label for label in map(json.loads, (data / 'labels/train.jsonl').open())}
    lines = list(map(json.loads, pathlib.Path(options.proposals).open()))
    header, notes = lines[0], lines[1:]
    names = pathlib.Path(options.expressions).read_text().split('\n')
    order = sorted(labels)
    random.Random(options.seed).shuffle(order)
    fold_of = {note: i % FOLDS for i, note in enumerate(order)}

    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    weights, expressions, thresholds, unseen, measured = {}, [], [], 0.0, {}
    tables = {}
    for system in ('procedure', 'diagnosis'):
        print(system)
        cases, features = cases_of(system, notes, labels, header)
        beta, scored, reliability, unseen_rate = fit(cases, features, fold_of)
        weights[system] = beta
        proposed = sum(case['right'] for case in cases if not case['optional'])
        kind = 'icd_must' if system == 'diagnosis' else 'cpt_must'
        # Visits are always lines and have a model of their own: they do not count here.
        missed = sum(len({c for c in label[kind] if not is_visit(c)}) for label in labels.values()) - proposed
        if system == 'procedure':
            unseen = logit(unseen_rate)
            weights['stacked'], weights['ranked'], scored, owners, missed = stack(notes, labels, cases, scored, header, fold_of)
        else:
            scored = [one for one, case in zip(scored, cases) if not case['optional']]
        keep, f = keep_threshold(scored, missed, KEEP_BETA[system])
        suggest = max(keep, precision_threshold(scored, SUGGEST_PRECISION))
        kept = [right for score, right in scored if score >= suggest]
        print(f'  held out: keep from {keep:.3f} (F{KEEP_BETA[system]} {f:.3f}), suggest from {suggest:.3f} '
              f'({len(kept)} codes, {sum(kept) / max(1, len(kept)):.3f} right)')
        thresholds += [keep, suggest]
        if system == 'procedure':
            performed = {n for n, label in labels.items() if set(label['note_type']) & PERFORMED}
            lone = lone_threshold(scored, owners, missed, keep, performed)
            auto = auto_threshold(scored, owners, labels, keep, suggest, AUTO_PRECISION)
        measured[system] = {'proposals': len(cases), 'right': round(proposed / len(cases), 3), 'keepFrom': round(keep, 3),
                            'suggestFrom': round(suggest, 3), f'F{KEEP_BETA[system]}': round(f, 3),
                            'suggested': len(kept), 'suggestedRight': round(sum(kept) / max(1, len(kept)), 3)}
        part = chapter_table(cases)
        for key, value in part.items():
            is_icd = CHAPTERS.index(key[1]) >= CHAPTERS.index('disease')
            if is_icd == (system == 'diagnosis'):
                tables[key] = value
        for code in sorted(reliability.code):
            expressions.append((code, '', logit(reliability.of_code(code))))
        met = {expression for case in cases for expression in case['expressions']}
        for expression in sorted(met):
            # A measure may have made the proposal its sibling's: the expression stays that of the code whose words were met.
            code, text = names[expression].split('\t')
            expressions.append((code, text, logit(reliability.of_expression(code, expression))))
    with (out / 'weights.txt').open('w') as file:
        file.write('# Written by models/training/fit_confidence.py; do not edit.\n')
        for system, beta in weights.items():
            file.write(system + ' ' + ' '.join(f'{value:.6f}' for value in beta) + '\n')
        file.write('chapter ' + ' '.join(f'{tables[t, c]:.4f}' for t in NOTE_TYPES for c in CHAPTERS) + '\n')
        file.write('thresholds ' + ' '.join(f'{value:.6f}' for value in [*thresholds, lone, auto]) + '\n')
        file.write(f'unseen {unseen:.6f}\n')
    with (out / 'expressions.tsv').open('w') as file:
        for code, text, value in expressions:
            file.write(f'{code}\t{text}\t{value:.4f}\n')
    manifest = {
        'name': 'candidate-confidence',
        'licence': 'Apache-2.0',
        'files': {name: {'sha256': hashlib.sha256((out / name).read_bytes()).hexdigest(), 'bytes': (out / name).stat().st_size}
                  for name in ('weights.txt', 'expressions.tsv')},
        'features': {name: header[name] for name in ('procedure', 'diagnosis', 'stacked', 'ranked')},
        'seed': options.seed,
        'folds': FOLDS,
        'trainingData': [f'{len(labels)} coded MTSamples notes (labels/train.jsonl), cross-validated by note'],
        'heldOut': measured,
    }
    (out / 'manifest.json').write_text(json.dumps(manifest, indent=2) + '\n')


if __name__ == '__main__':
    main()
