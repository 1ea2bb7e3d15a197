package lv.kopa;
import io.micronaut.web.router.Router;
import lv.kopa.web.Site;
import org.junit.jupiter.api.Test;
class RouteDump {
    @Test void dump() throws Exception {
        Site s = Site.demonstration("RolesTest");
        s.bean(Router.class).uriRoutes().map(r -> r.getHttpMethodName()+" "+r.getUriMatchTemplate().toString()+" "+r.getConsumes()+" "+r.getTargetMethod().getDeclaringType().getSimpleName()).filter(t->t.contains(" /organiser")||t.contains(" /api/v1")).sorted().forEach(System.out::println);
        try (var c = s.bean(javax.sql.DataSource.class).getConnection(); var st=c.createStatement()) {
            for (String q : new String[]{"SELECT o.slug,p.id,p.email,m.role FROM membership m JOIN person p ON p.id=m.person_id JOIN organisation o ON o.id=m.organisation_id","SELECT o.slug,e.id,e.slug,e.state,e.visibility FROM event e JOIN organisation o ON o.id=e.organisation_id","SELECT slug,organisation_id FROM project","SELECT e.slug,q.* FROM question q JOIN event e ON e.id=q.event_id","SELECT id,event_id FROM material","SELECT id,event_id FROM delegation","SELECT id,event_id FROM invitation","SELECT id,event_id FROM event_reminder","SELECT id,event_id FROM circular","SELECT e.slug,r.reference,r.status FROM registration r JOIN event e ON e.id=r.event_id ORDER BY 1,3","SELECT id,event_id FROM session","SELECT MIN(id),organisation_id FROM mail_outbox GROUP BY 2"}) {
                System.out.println("== "+q);
                var rs=st.executeQuery(q); int n=rs.getMetaData().getColumnCount();
                while(rs.next()){var b=new StringBuilder();for(int i=1;i<=n;i++){String v=rs.getString(i);b.append(v==null?null:v.substring(0,Math.min(30,v.length()))).append(" | ");}System.out.println(b);}
            }
        }
        s.close();
    }
}
