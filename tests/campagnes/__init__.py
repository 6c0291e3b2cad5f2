"""Campaigns: many odd files through everything that reads them, to see that they end in findings and nothing else."""
