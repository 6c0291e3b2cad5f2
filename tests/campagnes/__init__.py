"""Campaigns: much that is odd or goes wrong, to see that reading ends in findings and that no change is lost."""
