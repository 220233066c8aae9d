"""Files → articles: formats, cleaning, dating, sentences, folder."""
