import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import {
  EPISODE_SORT_PREFIX,
  episodeKey,
  PARTITION_KEY,
  publicationKey,
  revisionKey,
  SORT_KEY,
  showPartition,
  type TableKey,
  turnKey,
} from '../contract/table-keys';
import { isSameJson } from '../domain/canonical-json';
import type { Episode } from '../domain/episode';
import type { Episodes, PublicationNote } from '../domain/ports';
import { type Transcript, type Turn, timesWithin } from '../domain/transcript';
import { joinItems, splitItem } from './long-items';
import { patient } from './patience';

type StoredItem = Record<string, AttributeValue>;

/** The table as the episodes port. Every read is strongly consistent, every query reads all pages. */
export const dynamodbEpisodes = (table: string, dynamodb: DynamoDBClient = new DynamoDBClient(patient)): Episodes => {
  const query = async (partition: string, sortPrefix: string, projection?: string): Promise<StoredItem[]> => {
    const found: StoredItem[] = [];
    const input = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :sk)',
      ExpressionAttributeNames: { '#pk': PARTITION_KEY, '#sk': SORT_KEY },
      ExpressionAttributeValues: marshall({ ':pk': partition, ':sk': sortPrefix }),
      ...(projection !== undefined && { ProjectionExpression: projection }),
    };
    for await (const page of paginateQuery({ client: dynamodb }, input)) found.push(...(page.Items ?? []));
    return found;
  };

  const keysOf = async (partition: string, sortPrefix: string): Promise<TableKey[]> =>
    (await query(partition, sortPrefix, '#pk, #sk')).map((item) => unmarshall(item) as TableKey);

  return {
    async find(id) {
      const get = new GetItemCommand({ TableName: table, Key: marshall(episodeKey(id)), ConsistentRead: true });
      const { Item } = await dynamodb.send(get);
      return Item && episodeIn(Item);
    },

    async ofShow(show) {
      return (await query(showPartition(show), EPISODE_SORT_PREFIX)).map(episodeIn);
    },

    async someOfShow(show, from, most) {
      const found: StoredItem[] = [];
      const input = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :pk AND #sk >= :from',
        ExpressionAttributeNames: { '#pk': PARTITION_KEY, '#sk': SORT_KEY },
        ExpressionAttributeValues: marshall({ ':pk': showPartition(show), ':from': `${EPISODE_SORT_PREFIX}${from}` }),
        Limit: most,
      };
      for await (const page of paginateQuery({ client: dynamodb }, input)) {
        found.push(...(page.Items ?? []));
        if (found.length >= most) break;
      }
      return found.slice(0, most).map(episodeIn);
    },

    async swap(episode) {
      const put = new PutItemCommand({
        TableName: table,
        Item: itemOf(episodeKey(episode), episode),
        ...(episode.version === 1
          ? { ConditionExpression: 'attribute_not_exists(#version)' }
          : {
              ConditionExpression: '#version = :before',
              ExpressionAttributeValues: marshall({ ':before': episode.version - 1 }),
            }),
        ExpressionAttributeNames: { '#version': 'version' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await dynamodb.send(put);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return isWritten(error, episode);
        throw error;
      }
    },

    async saveRevision(id, revision, { turns, ...about }) {
      const turnItems = turns.map(({ text, spans, times, ...attributes }, index) => ({
        key: turnKey(id, revision, index + 1),
        attributes,
        texts: { text, more: JSON.stringify({ spans, times: times && timesWithin({ times }) } satisfies More) },
      }));
      const head = {
        key: revisionKey(id, revision),
        attributes: { turns: turns.length },
        texts: { about: JSON.stringify(about) },
      };
      await writeAll(dynamodb, table, [head, ...turnItems].flatMap(splitItem).map(insertion));
    },

    async loadRevision(id, revision) {
      const { pk, sk } = revisionKey(id, revision);
      const stored = (await query(pk, sk)).map((item) => unmarshall(item));
      const [head, ...turns] = joinItems(stored, ['about', 'text', 'more']) ?? [];
      if (!head || head.sk !== sk || turns.length !== head.turns) return undefined;
      return { ...(JSON.parse(String(head.about)) as Omit<Transcript, 'turns'>), turns: turns.map(turnIn) };
    },

    async savePublication(id, publication) {
      const Item = itemOf(publicationKey(id, publication.publication), publication);
      await dynamodb.send(new PutItemCommand({ TableName: table, Item }));
    },

    async kept(id) {
      const { pk, sk } = publicationKey(id, '');
      const publications = (await query(pk, sk)).map((item) => withoutKey(item) as unknown as PublicationNote);
      const heads = (await keysOf(pk, revisionKey(id, '').sk)).filter(({ sk: key }) => key.split('#').length === 2);
      return { revisions: heads.map(({ sk: key }) => key.slice(key.indexOf('#') + 1)), publications };
    },

    async removeRevision(id, revision) {
      const { pk, sk } = revisionKey(id, revision);
      const keys = await keysOf(pk, sk);
      // The revision's own item goes last: a removal that was cut short is found again by it.
      await writeAll(dynamodb, table, keys.slice(1).map(removal));
      await writeAll(dynamodb, table, keys.slice(0, 1).map(removal));
    },

    async removePublication(id, publication) {
      await writeAll(dynamodb, table, [removal(publicationKey(id, publication))]);
    },
  };
};

const itemOf = (key: TableKey, attributes: object): StoredItem =>
  marshall({ ...attributes, ...key }, { removeUndefinedValues: true });

const withoutKey = (item: StoredItem): Record<string, unknown> => {
  const { [PARTITION_KEY]: _, [SORT_KEY]: __, ...attributes } = unmarshall(item);
  return attributes;
};

const episodeIn = (item: StoredItem): Episode => withoutKey(item) as unknown as Episode;

/** The SDK sends a write again whose answer was lost: if what is stored is just that, the swap was made. */
const isWritten = ({ Item }: ConditionalCheckFailedException, episode: Episode): boolean =>
  Item !== undefined && isSameJson(episodeIn(Item), episode);

const insertion = (item: object): WriteRequest => ({
  PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
});

const removal = (key: TableKey): WriteRequest => ({ DeleteRequest: { Key: marshall(key) } });

/** What of a turn is stored as JSON; times as pairs of offset and seconds. */
interface More {
  readonly spans: Turn['spans'];
  readonly times?: readonly (readonly [offset: number, seconds: number])[] | undefined;
}

function turnIn({ pk: _, sk: __, parts: ___, more, ...turn }: Record<string, unknown>): Turn {
  const { spans, times } = JSON.parse(String(more)) as More;
  return { ...turn, spans, ...(times && { times: times.flat() }) } as unknown as Turn;
}

/** Items that one BatchWriteItem takes. */
const BATCH = 25;
const BATCHES_AT_ONCE = 4;
const MAX_TRIES = 8;

/** Sends every write; what DynamoDB leaves unprocessed is sent again, after 50 ms, 100 ms, and so on. */
async function writeAll(dynamodb: DynamoDBClient, table: string, writes: readonly WriteRequest[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(writes.length / BATCH) }, (_, index) =>
    writes.slice(index * BATCH, (index + 1) * BATCH),
  );
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await writeBatch(dynamodb, table, batch);
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker));
}

async function writeBatch(dynamodb: DynamoDBClient, table: string, batch: readonly WriteRequest[]): Promise<void> {
  let left = [...batch];
  for (let tries = 1; left.length > 0; tries += 1) {
    const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
    if (left.length === 0) return;
    if (tries === MAX_TRIES) throw new Error(`DynamoDB left ${left.length} of ${batch.length} writes unprocessed`);
    await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** tries));
  }
}
