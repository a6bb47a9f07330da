-- What a channel needs beside text and receiver, such as the headers of a call. Each channel is delivered by itself, so that a
-- system that does not answer keeps no mail waiting.
alter table ${schema}.message add column details jsonb;
drop index ${schema}.message_due;
create index message_due on ${schema}.message (channel, next_at) where next_at is not null;
