// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/// Reads what we wrote as XML, which refuses whatever is not well-formed.
final class Xml {
    private Xml() {}

    static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static List<String> texts(Document document, String element) {
        var texts = new ArrayList<String>();
        var found = document.getElementsByTagNameNS("*", element);
        for (int i = 0; i < found.getLength(); i++) texts.add(found.item(i).getTextContent());
        return texts;
    }
}
