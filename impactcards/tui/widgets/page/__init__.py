"""Markdown to read: taken apart into blocks, laid out in lines, and drawn as far as it is in sight."""
