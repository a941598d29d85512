/** Where item tables stand: their lines, from their left edge on. What stands beside a table is no part of it. */
export class TableArea {
  private readonly left = new Map<number, number>();

  add(line: number, left: number): void {
    this.left.set(line, Math.min(left, this.left.get(line) ?? Infinity));
  }

  has(line: number): boolean {
    return this.left.has(line);
  }

  covers(span: { readonly line: number; readonly x0: number }): boolean {
    const left = this.left.get(span.line);
    return left !== undefined && span.x0 >= left;
  }
}
