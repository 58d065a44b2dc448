"""What is measured, never asserted: `python -m tests.bench`, in an environment with the test requirements."""
