-- Nearly all lines of a payout are in one state: an index over all of them only led astray. What people
-- and sweeps look for by state are exceptions.
drop index "payout_line_state";
create index "payout_line_exception" on "payout_line" using btree ("payout_id") where "state" = 'exception';
