package lv.kopa.mail.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import lv.kopa.mail.server.Watch;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that we are connected to. For one thread. */
final class OpenMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final InboxSettings settings;
    private final Watch.Hand hand;

    OpenMailbox(IMAPStore store, IMAPFolder folder, InboxSettings settings, Watch.Hand hand) {
        this.store = store;
        this.folder = folder;
        this.settings = settings;
        this.hand = hand;
    }

    /** What has arrived, the oldest first. */
    List<Message> mails() throws MessagingException {
        Message[] mails = folder.getMessages();
        FetchProfile numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(mails, numbers);
        return List.of(mails);
    }

    Place place(Message mail) throws MessagingException {
        return new Place(settings.name(), folder.getUIDValidity(), folder.getUID(mail));
    }

    /** The beginning of a mail as it came over the wire; the rest is left where it is, however much there is. */
    byte[] beginning(Message mail, int bytes) throws MessagingException, IOException {
        try (InputStream wire = ((IMAPMessage) mail).getMimeStream()) {
            return wire.readNBytes(bytes);
        }
    }

    void move(Message mail, Fate fate) throws MessagingException {
        Folder target = store.getFolder(fate == Fate.ASIDE ? settings.asideFolder() : settings.readFolder());
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        Message[] one = {mail};
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(one, target);
        } else {
            folder.copyMessages(one, target);
            folder.setFlags(one, new Flags(Flags.Flag.DELETED), true);
        }
    }

    /** Deletes what was read and has arrived before a day. */
    void forget(Instant before) throws MessagingException {
        Folder read = store.getFolder(settings.readFolder());
        if (read.exists()) {
            read.open(Folder.READ_WRITE);
            Message[] old = read.search(new ReceivedDateTerm(ComparisonTerm.LT, Date.from(before)));
            read.setFlags(old, new Flags(Flags.Flag.DELETED), true);
            read.close(true);
        }
    }

    @Override
    public void close() {
        try (hand;
                store) {
            if (folder.isOpen()) {
                folder.close(true);
            }
        } catch (MessagingException gone) {
            LOG.debug("The mailbox had hung up already");
        }
    }
}
