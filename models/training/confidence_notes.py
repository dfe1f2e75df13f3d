"""Write the notes that the confidence model is fitted on, for the engine's `ProposalDump`.

usage: confidence_notes.py --data DATA --held-out HELD_OUT.json --ranked RANKED.json --out NOTES.jsonl

One JSON object a line: the id and text of every note of labels/train.jsonl, and what a classifier that did not see the note
says of it (HELD_OUT is what `train.py --held-out` wrote), and of some what a ranker that did not see it says (RANKED is what
`rank.py --held-out` wrote). Standard library only.
"""
import argparse
import csv
import json
import pathlib


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', type=pathlib.Path, required=True)
    parser.add_argument('--held-out', type=pathlib.Path, required=True)
    parser.add_argument('--ranked', type=pathlib.Path, required=True)
    parser.add_argument('--out', type=pathlib.Path, required=True)
    options = parser.parse_args()
    csv.field_size_limit(10 ** 9)
    with (options.data / 'notes/mtsamples.csv').open(newline='') as file:
        texts = {row['note_id']: row['transcription'] for row in csv.DictReader(file)}
    heard = json.loads(options.held_out.read_text())
    ranked = json.loads(options.ranked.read_text())
    with (options.data / 'labels/train.jsonl').open() as labels, options.out.open('w') as out:
        for label in map(json.loads, labels):
            note = {'id': label['note_id'], 'text': texts[label['note_id']]}
            note.update(heard.get(label['note_id'], {}))
            if label['note_id'] in ranked:
                note['ranked'] = ranked[label['note_id']]
            out.write(json.dumps(note) + '\n')


if __name__ == '__main__':
    main()
