declare module 'nerdamer/Calculus.js';
