-- What the mail provider told of each mail of an effect, by the provider's id of the mail.
alter table effect add column deliveries jsonb;
create index effect_provider on effect using gin (string_to_array(provider_id, ' '));
