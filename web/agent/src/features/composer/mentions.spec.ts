import { describe, expect, it } from '@jest/globals';
import { calledIn, calling } from './mentions.js';

const agents = ['Anna', 'Anna de Vries', 'Bram'].map((name) => ({ id: name, name }));
const names = (text: string) => calledIn(text, agents).map(({ name }) => name);

describe('mentions', () => {
  it('knows who is being called, and where it began', () => {
    expect(calling('Hi @an', 6)).toEqual({ query: 'an', start: 3 });
    expect(calling('@', 1)).toEqual({ query: '', start: 0 });
    expect(calling('(@anna de', 9)).toEqual({ query: 'anna de', start: 1 });
    expect(calling('mail me@shop.example', 20)).toBeNull();
    expect(calling('Hi @an and', 10)).toEqual({ query: 'an and', start: 3 });
    expect(calling('Hi @an and more', 15)).toBeNull();
  });

  it('finds who is called by his whole name', () => {
    expect(names('@Bram, ask @anna de vries')).toEqual(['Anna de Vries', 'Bram']);
    expect(names('@Anna and @Anna de Vries')).toEqual(['Anna de Vries', 'Anna']);
    expect(names('Anna, Bram')).toEqual([]);
  });
});
