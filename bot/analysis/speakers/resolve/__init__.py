"""mentions in reading order -> speakers: "he", "Mr Roe", "the mayor" -> the fullest name."""

from bot.analysis.speakers.resolve.resolver import Resolver
from bot.analysis.speakers.resolve.speaker import Speaker, speaker_of

__all__ = ["Resolver", "Speaker", "speaker_of"]
