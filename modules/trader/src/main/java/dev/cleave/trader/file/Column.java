package dev.cleave.trader.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line says of an order. Named as in the Online Retail data; {@code LineTotal} can stand for {@code UnitPrice}. */
enum Column {
    INVOICE_NO("InvoiceNo", "invoice", "invoicenumber", "invoiceid", "orderid", "orderno", "ordernumber", "order",
            "salesorderid", "salesordernumber", "transactionid", "transactionno", "name"),
    STOCK_CODE("StockCode", "sku", "lineitemsku", "productid", "productcode", "productsku", "itemcode", "itemid", "itemsku",
            "articlenumber", "product", "item"),
    DESCRIPTION("Description", "lineitemname", "productname", "producttitle", "productdescription", "itemname", "title"),
    QUANTITY("Quantity", "qty", "lineitemquantity", "orderquantity", "quantityordered", "units", "pieces"),
    UNIT_PRICE("UnitPrice", "price", "lineitemprice", "itemprice", "productprice", "priceeach", "sellingprice"),
    LINE_TOTAL("LineTotal", "sales", "linetotal", "totalprice", "revenue", "amount", "total"),
    CUSTOMER_ID("CustomerID", "customer", "customerno", "customernumber", "clientid", "userid", "buyerid", "email"),
    COUNTRY("Country", "shippingcountry", "shippingcountrycode", "shipcountry", "billingcountry", "billingcountrycode",
            "countrycode", "customercountry");

    private final String title;
    private final List<String> likely;

    Column(String title, String... likely) {
        this.title = title;
        this.likely = List.of(likely);
    }

    String title() {
        return title;
    }

    /** What other shops call it, the likeliest first; as {@link #plain} writes it. */
    List<String> likely() {
        return likely;
    }

    /** Whether a file's name for a column is ours, but for case, blanks and punctuation. */
    boolean isNamed(String name) {
        return plain(name).equals(plain(title));
    }

    static Optional<Column> named(String name) {
        return Arrays.stream(values()).filter(column -> column.isNamed(name)).findAny();
    }

    static String plain(String name) {
        return name.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().toLowerCase(Locale.ROOT);
    }
}
