/** Times of a stream's events as the client itself gives them, by a read: what the driver must not rely on. */
export async function createdTimes(connectionString: string, stream: string): Promise<Date[]> {
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  const client = KurrentDBClient.connectionString(connectionString);
  const times: Date[] = [];
  for await (const { event } of client.readStream(stream)) if (event) times.push(event.created);
  await client.dispose();
  return times;
}
