"""How the tagger's weights are made: starting weights, data, training, export, evaluation."""
