-- SPDX-License-Identifier: Apache-2.0
-- View of the cards of households. The subject is the pseudonym of the card's number, which stands nowhere; hour is
-- the first instant of the local hour in which it was issued.
create table gate_card (
  position    bigint  not null primary key,
  subject     text    not null unique,
  card        text    not null unique,
  corridor    text    not null,
  crossing    text    not null,
  hour        bigint  not null,
  zone        text    not null,
  replacement integer not null,
  household   text    not null,
  standing    text    not null
);
create index gate_card_hour on gate_card (corridor, crossing, hour);

-- Handovers that have a card, each as a pseudonym. No view: an entry would say whose card is a child's.
create table gate_handover_carded (
  handover text not null primary key
);
