"""What authors are told of a deck that is right: remarks, one subject a file, and how much of it is translated."""
