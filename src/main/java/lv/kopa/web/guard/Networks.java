package lv.kopa.web.guard;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Gives controllers the {@link Network} of a request. X-Forwarded-For, which anybody can send, is believed only as far as
 * the proxies in `kopa.trusted-proxies` have written it.
 */
@Singleton
class Networks implements TypedRequestArgumentBinder<Network> {
    private static final Argument<Network> NETWORK = Argument.of(Network.class);

    private final List<IpSubnetFilterRule> proxies;

    Networks(@Value("${kopa.trusted-proxies}") List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(Networks::rule)
                .toList();
    }

    @Override
    public BindingResult<Network> bind(ArgumentConversionContext<Network> context, HttpRequest<?> request) {
        Network network = of(request);
        return () -> Optional.of(network);
    }

    @Override
    public Argument<Network> argumentType() {
        return NETWORK;
    }

    Network of(HttpRequest<?> request) {
        InetAddress nearest = request.getRemoteAddress().getAddress();
        for (String hop : hopsFromNearest(request)) {
            if (!isProxy(nearest)) {
                break;
            }
            InetAddress before = NetUtil.createInetAddressFromIpAddressString(hop);
            if (before == null) {
                break;
            }
            nearest = before;
        }
        return Network.of(nearest);
    }

    private boolean isProxy(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return proxies.stream().anyMatch(proxy -> proxy.matches(socket));
    }

    private static List<String> hopsFromNearest(HttpRequest<?> request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.getHeaders().getAll("X-Forwarded-For")) {
            for (String hop : header.split(",")) {
                hops.add(hop.strip());
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    private static IpSubnetFilterRule rule(String proxy) {
        int slash = proxy.indexOf('/');
        String address = slash < 0 ? proxy : proxy.substring(0, slash);
        int bits = slash < 0 ? (address.contains(":") ? 128 : 32) : Integer.parseInt(proxy.substring(slash + 1));
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
