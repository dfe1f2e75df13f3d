"""Write the notes that the ranker of codes is trained and measured on, for the engine's `PassageDump`.

usage: passage_notes.py --data DATA --out NOTES.jsonl

One JSON object a line, id and text: the coded notes of the data folder and those of `written/`. Standard library only.
"""
import argparse
import csv
import json
import pathlib


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', type=pathlib.Path, required=True)
    parser.add_argument('--out', type=pathlib.Path, required=True)
    options = parser.parse_args()
    csv.field_size_limit(10 ** 9)
    with (options.data / 'notes/mtsamples.csv').open(newline='') as file:
        texts = {row['note_id']: row['transcription'] for row in csv.DictReader(file)}
    with options.out.open('w') as out:
        for name in ('train', 'dev'):
            with (options.data / f'labels/{name}.jsonl').open() as labels:
                for label in map(json.loads, labels):
                    out.write(json.dumps({'id': label['note_id'], 'text': texts[label['note_id']]}) + '\n')
        for path in sorted((pathlib.Path(__file__).parent / 'written').glob('*.jsonl')):
            with path.open(encoding='utf-8') as notes:
                for note in map(json.loads, notes):
                    out.write(json.dumps({'id': note['note_id'], 'text': note['text']}) + '\n')


if __name__ == '__main__':
    main()
