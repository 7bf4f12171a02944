drop policy targets_within_reach on finance.targets;
