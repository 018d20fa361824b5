// What the same stack does with nothing of ours in it: NestJS, Apollo and TypeORM, one list of fifty rows with their customer, over as many
// rows, in a process of its own, without rights or sessions. Prints its port; ends with its parent.
//   node ceilings/list.ts FOLDER ROWS
import 'reflect-metadata';
import { join } from 'node:path';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { DataSource } from 'typeorm';

const [folder = '.', rows = '10000'] = process.argv.slice(2);
const INBOXES = 100;
const db = new DataSource({ type: 'better-sqlite3', database: join(folder, 'skeleton.db'), entities: [] });

const typeDefs = `
  type Customer { id: ID! name: String! email: String! }
  type Row { id: ID! subject: String! preview: String! lastAt: Float! assigneeId: Int customerId: Int! customer: Customer! messages: Int! unread: Int! }
  type Query { list(inbox: Int!, first: Int!): [Row!]! }`;
const LIST = `SELECT id, subject, preview, last_at AS lastAt, assignee_id AS assigneeId, customer_id AS customerId, messages, unread
  FROM conversation WHERE inbox_id = ? AND status = 1 AND assignee_id IS NULL ORDER BY last_at DESC, id DESC LIMIT ?`;
const resolvers = {
  Query: { list: (_: unknown, { inbox, first }: { inbox: number; first: number }) => db.query(LIST, [inbox, first]) as unknown },
  Row: {
    customer: ({ customerId }: { customerId: number }) => ({
      id: customerId,
      name: 'Anna Adams',
      email: `a${customerId}@b.example`,
    }),
  },
};

async function fill(): Promise<void> {
  await db.initialize();
  await db.query(`CREATE TABLE conversation (id integer PRIMARY KEY, inbox_id integer NOT NULL, status integer NOT NULL,
    assignee_id integer, customer_id integer NOT NULL, subject text NOT NULL, preview text NOT NULL, last_at integer NOT NULL,
    messages integer NOT NULL, unread integer NOT NULL)`);
  await db.query(`INSERT INTO conversation WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${Number(rows)})
    SELECT n, n % ${INBOXES}, CASE WHEN n / ${INBOXES} % 10 < 3 THEN 1 ELSE 2 END, NULL, n, 'Subject ' || n, 'The first words',
      1700000000000 + n * 1000, 2, 0 FROM s`);
  await db.query('CREATE INDEX ix_list ON conversation (inbox_id, status, last_at DESC, id DESC) WHERE assignee_id IS NULL');
}

@Module({ imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, typeDefs, resolvers })] })
class Skeleton {}

await fill();
const app = await NestFactory.create(Skeleton, { logger: false });
await app.listen(0, '127.0.0.1');
process.send?.(Number(new URL(await app.getUrl()).port));
process.on('disconnect', () => process.exit(0));
