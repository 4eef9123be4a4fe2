package vigie.alert.spike;

/**
 * What a rule asks of the machine.
 *
 * @param days T: tell about what happens less often than once in so many days
 * @param minCount fewer than this in a window never warn
 * @param escalates whether a return period a hundred times longer is told at once
 */
public record AlarmBudget(double days, int minCount, boolean escalates) {
    public AlarmBudget {
        if (!(days > 1) || minCount < 1) {
            throw new IllegalArgumentException("a budget needs more than one day and a count of at least one");
        }
    }

    /** The z from which on people are told: ln of the days. */
    public double threshold() {
        return Math.log(days);
    }
}
