import { roundToMilliseconds } from '../../text/times';

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Reads `100:00:01.000`, `00:01,5`, `0.860`, `00:00:01:000`; blanks between the parts are let pass. */
export class TimestampReader {
  private readonly source: string;
  /** Behind what was read last. */
  at = 0;
  private digits = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Seconds; -1 where there is no time. */
  read(from: number): number {
    const at = this.source.charCodeAt(from) === 0x20 ? from + 1 : from;
    const usual = usualTime(this.source, at);
    if (usual < 0) return this.readAny(from);
    this.at = at + USUAL_LENGTH;
    return usual;
  }

  private readAny(from: number): number {
    const { source } = this;
    this.at = from;
    let seconds = 0;
    for (let field = 0; field < 4; field += 1) {
      let code = source.charCodeAt(this.at);
      for (; code === 0x20 || code === 0x09; code = source.charCodeAt(this.at)) this.at += 1;
      const number = this.number();
      if (this.digits === 0) return -1;
      if (field === 3) return roundToMilliseconds(seconds + number / (POWERS[this.digits] as number));
      seconds = seconds * 60 + number;
      if (source.charCodeAt(this.at) !== 0x3a) break;
      this.at += 1;
    }
    return this.withFraction(seconds);
  }

  private withFraction(seconds: number): number {
    const { source, at } = this;
    const point = source.charCodeAt(at);
    if (point !== 0x2e && point !== 0x2c) return seconds;
    this.at += 1;
    while (source.charCodeAt(this.at) === 0x20) this.at += 1;
    const fraction = this.number();
    if (this.digits > 0) return roundToMilliseconds(seconds + fraction / (POWERS[this.digits] as number));
    this.at = at;
    return seconds;
  }

  /** At most nine digits. */
  private number(): number {
    const { source, at } = this;
    let end = at;
    let number = 0;
    for (let code = source.charCodeAt(end); code >= 48 && code <= 57 && end - at < 9; code = source.charCodeAt(end)) {
      number = number * 10 + code - 48;
      end += 1;
    }
    this.at = end;
    this.digits = end - at;
    return number;
  }
}

const USUAL_LENGTH = '00:00:01.000'.length;

/** Seconds of `00:00:01.000` or `00:00:01,000`, as nearly all files write them; -1 for anything else. */
function usualTime(source: string, at: number): number {
  const end = at + USUAL_LENGTH;
  if (end >= source.length || digit(source, end) >= 0) return -1;
  if (source.charCodeAt(at + 2) !== 0x3a || source.charCodeAt(at + 5) !== 0x3a) return -1;
  const point = source.charCodeAt(at + 8);
  if (point !== 0x2e && point !== 0x2c) return -1;
  const hours = twoDigits(source, at);
  const minutes = twoDigits(source, at + 3);
  const seconds = twoDigits(source, at + 6);
  const hundredths = twoDigits(source, at + 9);
  const thousandths = digit(source, at + 11);
  if ((hours | minutes | seconds | hundredths | thousandths) < 0) return -1;
  return ((hours * 3600 + minutes * 60 + seconds) * 1000 + hundredths * 10 + thousandths) / 1000;
}

/** Negative where one of them is no digit. */
function twoDigits(source: string, at: number): number {
  const tens = digit(source, at);
  const ones = digit(source, at + 1);
  return (tens | ones) < 0 ? -1 : tens * 10 + ones;
}

function digit(source: string, at: number): number {
  const value = source.charCodeAt(at) - 0x30;
  return value > 9 ? -1 : value;
}
