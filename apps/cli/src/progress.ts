const WIDTH = 30;

/** A bar on standard error while it is a terminal, else nothing; results alone go to standard output. */
export class Progress {
  private done = 0;
  private readonly visible = process.stderr.isTTY === true;

  constructor(private readonly total: number) {
    this.draw('');
  }

  step(label: string): void {
    this.done++;
    this.draw(label);
  }

  end(): void {
    if (this.visible) process.stderr.write('\r\u001b[K');
  }

  private draw(label: string): void {
    if (!this.visible) return;
    const filled = this.total === 0 ? WIDTH : Math.round((WIDTH * this.done) / this.total);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r\u001b[K${bar} ${this.done}/${this.total} ${label.slice(0, 60)}`);
  }
}
