"""Invented notes and awkward inputs whose tokens and logits are pinned in golden.json. No real note is used."""

from __future__ import annotations

_OPERATIVE = """PREOPERATIVE DIAGNOSIS: Symptomatic gallstones.
POSTOPERATIVE DIAGNOSIS: Same.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
ANESTHESIA: General endotracheal.
ESTIMATED BLOOD LOSS: 20 mL.
DESCRIPTION: With the patient asleep and supine, the belly was prepped and draped. A 12 mm port was placed at the navel by open
cut-down and carbon dioxide run to 15 mmHg. Three 5 mm ports followed under vision. The gallbladder was lifted over the liver, the
critical view shown, and the cystic duct and artery were each clipped twice and cut. The gallbladder was freed with cautery, bagged
and brought out through the navel. Hemostasis was good. Fascia was closed with 0 Vicryl and skin with 4-0 Monocryl.
"""

_VISIT = """CHIEF COMPLAINT: Follow-up of high blood pressure and type 2 diabetes.
HISTORY: This established patient, a 58-year-old woman, feels well. Home readings run 128/76. She takes metformin 1000 mg twice a day
and lisinopril 20 mg daily. No chest pain, no swelling.
EXAM: BP 130/78, pulse 72. Lungs clear. Heart regular. Feet: sensation intact.
ASSESSMENT AND PLAN: 1. Hypertension, controlled; keep lisinopril. 2. Diabetes, A1c 6.9; continue metformin. Return in three months.
"""


def golden_texts() -> list[tuple[str, str]]:
    return [
        ("operative", _OPERATIVE),
        ("procedure", "PROCEDURE: Colonoscopy with biopsy.\nINDICATION: Blood in stool.\nThe scope was passed to the cecum. A 6 mm polyp "
         "of the sigmoid colon was removed with cold forceps. The patient was sedated with midazolam and fentanyl and did well."),
        ("radiology", "EXAM: CT of the abdomen and pelvis with contrast.\nFINDINGS: Liver, spleen and kidneys are normal. The appendix is "
         "thickened to 11 mm with fat stranding.\nIMPRESSION: Acute appendicitis without perforation."),
        ("diagnostic test", "ELECTROMYOGRAM AND NERVE CONDUCTION STUDY. Right median motor latency 5.1 msec. Needle study of the abductor "
         "pollicis shows no denervation. IMPRESSION: Moderate right carpal tunnel syndrome."),
        ("office visit", _VISIT),
        ("consult", "REASON FOR CONSULTATION: I was asked by Dr. Example to see this 71-year-old man about rising creatinine. HISTORY OF "
         "PRESENT ILLNESS: Admitted three days ago with pneumonia. RECOMMENDATIONS: Stop the NSAID, check a renal ultrasound, hydrate. "
         "Thank you for this consultation; we will follow along."),
        ("hospital admission", "ADMISSION HISTORY AND PHYSICAL. CHIEF COMPLAINT: Short of breath. The patient is admitted to telemetry with "
         "decompensated heart failure. PAST MEDICAL HISTORY: Atrial fibrillation, COPD. PLAN: Admit, IV furosemide, echocardiogram."),
        ("progress", "PROGRESS NOTE, hospital day 4. SUBJECTIVE: Slept well, eating. OBJECTIVE: Temp 98.4, wound clean and dry. "
         "ASSESSMENT: Doing well after bowel resection. PLAN: Advance diet, remove drain tomorrow."),
        ("discharge", "DISCHARGE SUMMARY. DATE OF ADMISSION: 01/02. DATE OF DISCHARGE: 01/06. DISCHARGE DIAGNOSES: 1. Pneumonia. 2. Asthma. "
         "HOSPITAL COURSE: Treated with ceftriaxone, weaned to room air. DISPOSITION: Home. DISCHARGE MEDICATIONS: Amoxicillin."),
        ("emergency", "EMERGENCY DEPARTMENT NOTE. This 9-year-old boy was brought to the ER after a fall from a swing. Left wrist swollen. "
         "X-ray shows a buckle fracture. ED COURSE: Splint placed, ibuprofen given. Discharged home in good condition."),
        ("other", "To whom it may concern: I write this letter on behalf of my patient, who asks to be excused from jury duty. Sincerely."),
        ("cataract", "Phacoemulsification of the left eye with placement of a posterior chamber intraocular lens under topical anesthesia."),
        ("knee", "Diagnostic arthroscopy of the right knee with partial medial meniscectomy. Tourniquet time was 31 minutes."),
        ("heart test", "Adenosine nuclear stress test: fixed inferior defect, ejection fraction 48%, no reversible ischemia on SPECT."),
        ("back injection", "Lumbar epidural steroid injection at L4-L5 under fluoroscopy; 80 mg of methylprednisolone was given."),
        ("empty", ""),
        ("white space only", " \t\r\n\u00a0\u2003\u3000 "),
        ("controls only", "\u0000\u0007\u200b\ufeff"),
        ("one letter", "x"),
        ("one word", "Appendectomy"),
        ("line ends", "FINDINGS:\r\nNormal heart.\rNo effusion.\n\n\tIMPRESSION:\vNormal\fchest\u0085film\u2028end\u2029."),
        ("control inside a word", "chole\u0000cyst\u00adec\u200dtomy and pan\ufeffcreas"),
        ("accents", "Señora Müller, née Éluard, naïve façade, Ångström, İstanbul, ŒUVRE, Straße, Ÿ, Ⱥ, Σίσυφος, Жук"),
        ("combining marks", "Sen\u0303ora Mu\u0308ller ne\u0301e re\u0301sume\u0301"),
        ("punctuation", "\u201cWell-nourished\u201d \u2013 doesn\u2019t smoke\u2014ever; BP 120/80, SpO\u2082 98%, 37.5\u00b0C, \u00bd tab, 5\u00b5g, \u00b12, a\u00d7b, \u2264 3, #4-0, (L>R)"),
        ("digits", "99213 1234567890 0.5 3/7 10:45 L4-5 T2N0M0 1,000 x3 mg/dL \u0663\u0664 \u2167 \u00b2"),
        ("emoji and other planes", "Pain 😀😀 7/10 👩‍⚕️ said 👍🏽 𝐛𝐨𝐥𝐝 𐐀"),
        ("other scripts", "患者 無事 المريض пациент ασθενής ผู้ป่วย"),
        ("lone surrogates", "left \ud83d right \ude00 mid\udc00dle end\ud800"),
        ("special names as text", "[CLS] [SEP] [PAD] [MASK] [UNK] ##ing"),
        ("word of 100", "a" * 100 + " knee"),
        ("word of 101", "a" * 101 + " knee"),
        ("word of 5000", "wordwithoutend" * 357 + "xy"),
        ("exactly one full window", " ".join(["the"] * 254)),
        ("one piece over a window", " ".join(["the"] * 255)),
        ("3000 characters", (_OPERATIVE + _VISIT + _OPERATIVE + _VISIT)[:3000]),
        ("nine windows", " ".join([_VISIT, _OPERATIVE] * 6)),
    ]
