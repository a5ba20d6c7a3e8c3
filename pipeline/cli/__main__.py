"""`python -m pipeline.cli` is `programme`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
