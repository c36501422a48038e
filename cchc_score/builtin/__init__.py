"""The core's own plugins: they come in through the same contract as everybody's."""
