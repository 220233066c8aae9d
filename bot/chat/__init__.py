"""Brief → Discord: client, cards and buttons. With commands/ the only user of discord.py."""
