"""How the weights of the coding stage are made: which words are events, who takes part, how certain it is."""
