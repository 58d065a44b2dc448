"""YAML files to a validated ledger, and the ledger to tidy frames."""
