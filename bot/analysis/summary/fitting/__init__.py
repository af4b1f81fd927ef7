"""Summaries that people wrote -> ``weights.json``. Not run by the bot.

    python -m bot.analysis.summary.fitting FOLDER            cross-validates and prints
    python -m bot.analysis.summary.fitting FOLDER --write    and writes the weights
    python -m bot.analysis.summary.fitting FOLDER --held-out and looks at the part kept back

FOLDER has files of JSON lines, {"id", "text", "title"?, "language"?, "summaries": [...],
"lead": {"s3": [...], "w60": [...]}}: ``lead`` is what a summary must beat, the first three
sentences and the first 60 words. One article in five, told by its id, is kept back from all
fitting and cross-validation.
"""
