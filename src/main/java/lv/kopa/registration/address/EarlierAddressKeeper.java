package lv.kopa.registration.address;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Forgets, once an hour, addresses that people had before and can no longer go back to. */
@Singleton
class EarlierAddressKeeper {
    private final EarlierAddresses addresses;

    EarlierAddressKeeper(EarlierAddresses addresses) {
        this.addresses = addresses;
    }

    @Scheduled(cron = "0 50 * * * ?")
    void forgetOld() {
        addresses.forgetOld();
    }
}
