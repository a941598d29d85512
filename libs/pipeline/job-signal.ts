/** Tells the runner of this process that a job was added, so that nobody waits for its next look. */
export class JobSignal {
  private listener: () => void = () => {};

  readonly raise = (): void => this.listener();

  listen(listener: () => void): void {
    this.listener = listener;
  }
}
