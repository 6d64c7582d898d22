/** One JSON object a line, which is what CloudWatch Logs Insights queries. */
export function log(event: string, fields: object = {}): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
}
