drop function risk.loss_percentile(uuid[], double precision);
drop table risk.simulated_losses;
