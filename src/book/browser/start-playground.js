// The playground is nothing but its script.

load('playground');
