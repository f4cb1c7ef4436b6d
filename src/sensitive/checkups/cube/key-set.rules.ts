const START = 1 << 12;

/**
 * Which keys were seen before, in a few bytes each: a file of ten million lines fits. Two keys may look alike once in a
 * very long while; what it calls seen is looked up in the database, so that nothing depends on it.
 */
export class KeySet {
  #slots = new Float64Array(START);
  #size = 0;

  /** Whether it was there already; it is there from now on. Of a hash in hex, 52 bits of it count, and the year. */
  seen(hash: string, year: number): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const key =
      Number.parseInt(hash.slice(0, 8), 16) * 1_048_576 +
      (Number.parseInt(hash.slice(9, 13), 16) * 16 + (year & 15)) +
      1;
    return !this.#put(this.#slots, key);
  }

  #put(slots: Float64Array, key: number): boolean {
    const mask = slots.length - 1;
    let at = (Math.imul((key % 4_294_967_296) | 0, 0x9e3779b1) >>> 7) & mask;
    while (slots[at] !== 0) {
      if (slots[at] === key) return false;
      at = (at + 1) & mask;
    }
    slots[at] = key;
    if (slots === this.#slots) this.#size += 1;
    return true;
  }

  #grow(): void {
    const grown = new Float64Array(this.#slots.length * 2);
    for (const key of this.#slots) if (key !== 0) this.#put(grown, key);
    this.#slots = grown;
  }
}
