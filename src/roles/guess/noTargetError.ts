import { type Place, ReadError } from '../../readers/readError';

/** Predictions without the true values, or the reverse: another file may have them, to be joined by id. */
export class NoTargetError extends ReadError {
  readonly joinable = true;
  /** True when several files were asked for together, so that the command is at fault. */
  readonly usage: boolean;

  constructor(place: Place, message: string, usage = false) {
    super(place, message);
    this.usage = usage;
  }
}
