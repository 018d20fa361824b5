import { describe, expect, it } from '@jest/globals';
import { PublicAddress } from './public-address.js';

describe('the public address', () => {
  const desk = new PublicAddress('https://example.org/desk');

  it('makes addresses below its path', () => {
    expect([desk.origin, desk.base, desk.https]).toEqual(['https://example.org', '/desk', true]);
    expect(desk.path('/files/1')).toBe('/desk/files/1');
    expect(desk.at('/c/7')).toBe('https://example.org/desk/c/7');
  });

  it('knows our own path, whether or not a proxy has taken the base away', () => {
    const own = ['/desk', '/desk/', '/desk?x=1', '/desk/files/1?a=/desk/', '/files/1', '/desks', '/desk.js', '/'].map((asked) =>
      desk.own(asked),
    );
    expect(own).toEqual(['/', '/', '/?x=1', '/files/1?a=/desk/', '/files/1', '/desks', '/desk.js', '/']);
  });

  it('changes nothing at the top, and makes paths where no address is set', () => {
    for (const address of [new PublicAddress('https://desk.example.org'), new PublicAddress(null)]) {
      expect([address.base, address.own('/desk/1'), address.path('/files/1')]).toEqual(['', '/desk/1', '/files/1']);
    }
    expect(new PublicAddress(null).at('/c/7')).toBe('/c/7');
  });
});
