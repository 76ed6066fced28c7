-- What plugins keep; see dev.npanel.panel.document.
CREATE TABLE document (
    collection TEXT NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (collection, name)
);

