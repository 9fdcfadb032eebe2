/** Bytes that come in pieces of any size: taking a piece costs no more than the piece, also when each is one byte long. */
export class GrowingBytes {
  #store = Buffer.alloc(4096)
  #start = 0
  #end = 0

  get length(): number {
    return this.#end - this.#start
  }

  /** What is held now; valid until the next piece is taken. */
  view(): Buffer {
    return this.#store.subarray(this.#start, this.#end)
  }

  take(piece: Uint8Array): void {
    if (this.#end + piece.length > this.#store.length) this.#makeRoom(piece.length)
    this.#store.set(piece, this.#end)
    this.#end += piece.length
  }

  /** Forgets so many bytes from the front. */
  drop(bytes: number): void {
    this.#start = Math.min(this.#start + bytes, this.#end)
    if (this.#start === this.#end) this.#start = this.#end = 0
  }

  #makeRoom(bytes: number): void {
    const held = this.view()
    const needed = held.length + bytes
    const room = needed * 2 > this.#store.length || needed * 8 < this.#store.length ? Buffer.alloc(Math.max(4096, needed * 2)) : this.#store
    room.set(held, 0)
    this.#store = room
    this.#start = 0
    this.#end = held.length
  }
}
