package io.zhike.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** The records of an XLS stream one by one: first the workbook's, then those of each sheet between its BOF and its EOF. */
final class XlsRecords implements Closeable {
    private final InputStream in;
    private final RecordFactoryInputStream records;
    private final String file;
    private int depth;

    XlsRecords(POIFSFileSystem files, String stream, String file) {
        this.file = file;
        try {
            this.in = files.getRoot().createDocumentInputStream(files.getRoot().getEntryCaseInsensitive(stream));
            this.records = new RecordFactoryInputStream(in, false);
        } catch (EncryptedDocumentException e) {
            throw Place.caused(SheetError.ENCRYPTED, file, e);
        } catch (IOException | RecordFormatException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Place.caused(SheetError.DAMAGED, file, e);
        }
    }

    /** The next record, null at the end. */
    @Nullable
    Record next() {
        try {
            Record record = records.nextRecord();
            if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord) {
                depth--;
            }
            return record;
        } catch (EncryptedDocumentException e) {
            throw Place.caused(SheetError.ENCRYPTED, file, e);
        } catch (OldExcelFormatException e) {
            throw SheetError.SAVE_AS_XLSX.problem(file, "Excel 5.0/95");
        } catch (RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException e) {
            throw Place.caused(SheetError.DAMAGED, file, e);
        }
    }

    /** How many BOF are open: 1 in the workbook's part and in a sheet, more in a chart on a sheet, 0 between the parts. */
    int depth() {
        return depth;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
